package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.FileSource;
import au.com.dius.pact.provider.ConsumerInfo;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationResult;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.persona.PersonaService;
import dev.tandem.requirements.Covers;
import dev.tandem.service.http.Json;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Write;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persona does not pass a pact that it does not keep. */
@Covers("R10.2")
class BrokenPactTest {

    @TempDir
    private Path directory;

    @Test
    void aPactThatPersonaDoesNotKeepIsRefused() throws IOException {
        ObjectNode pact = (ObjectNode) Json.MAPPER.readTree(Path.of("pacts/auth-persona.json").toFile());
        ObjectNode first = (ObjectNode) pact.path("interactions").path(0);
        pact.putArray("interactions").add(first);
        assertThat(verified(pact)).as("the pact as it is").isInstanceOf(VerificationResult.Ok.class);

        ((ObjectNode) first.path("response").path("body")).put("birthday", "1815-12-10");

        assertThat(verified(pact)).isInstanceOfSatisfying(VerificationResult.Failed.class,
                failed -> assertThat(failed.getFailures().toString()).contains("birthday"));
    }

    private VerificationResult verified(ObjectNode pact) throws IOException {
        Path file = Files.writeString(Files.createTempFile(directory, "pact", ".json"), pact.toString());
        try (RunningService persona = new RunningService("persona", URI.create("http://127.0.0.1:1"), PersonaService::of)) {
            persona.table.transact(List.of(Write.put(Item.of("profile#a1", "profile").with("displayName", "Ada").with("bio", ""))));
            ProviderInfo provider = new ProviderInfo("persona");
            provider.setHost("127.0.0.1");
            provider.setPort(persona.port());
            provider.setRequestFilter((Consumer<HttpRequest>) request -> request.setHeader("Authorization", "Bearer " + RunningService.token("a1")));
            ConsumerInfo auth = new ConsumerInfo("auth");
            auth.setPactSource(new FileSource(file.toFile()));
            provider.setConsumers(List.of(auth));
            List<VerificationResult> results = new ProviderVerifier().verifyProvider(provider);
            assertThat(results).hasSize(1);
            return results.get(0);
        }
    }
}
