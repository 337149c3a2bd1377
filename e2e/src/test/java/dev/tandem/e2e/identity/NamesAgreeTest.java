package dev.tandem.e2e.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.mesh.identity.Lifetimes;
import dev.tandem.mesh.identity.issue.IssuerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Components and issuer know nothing of each other: the names in their policies and parameters are held together here. */
class NamesAgreeTest {

    private static final Path GOLDEN = ScratchClone.repository().resolve("components/src/test/resources/golden");

    @Test
    void theIssuerTakesTheEnvironmentThatItsFunctionIsGiven() throws IOException {
        JsonNode plan = new ObjectMapper().readTree(GOLDEN.resolve("mesh-identity-plan.json").toFile());
        Map<String, String> variables = new HashMap<>();
        plan.path("environment").properties().forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        variables.put("AWS_REGION", "eu-central-1");

        IssuerSettings settings = IssuerSettings.of(variables);

        assertThat(settings.role()).isEqualTo(plan.at("/role/name").asText());
        assertThat(settings.services()).containsExactly("auth", "persona");
        assertThat(plan.path("ageAlarmHours").asLong()).isEqualTo(Lifetimes.ALARM_AGE.toHours());
    }

    @Test
    void policiesNameTheParametersThatIssuerAndAgentUse() throws IOException {
        String task = Files.readString(GOLDEN.resolve("policy-auth-own-data.json"));
        String issuer = Files.readString(GOLDEN.resolve("mesh-identity-issue.json"));

        assertThat(task).contains("parameter" + Stage.PATHS.svid("auth") + "\"", "parameter" + Stage.PATHS.bundle() + "\"")
                .doesNotContain(Stage.PATHS.svid("persona"), Stage.PATHS.svid("*"));
        assertThat(issuer).contains("eu-central-1:111122223333:parameter" + Stage.PATHS.authorities() + "/*\"",
                "eu-west-1:111122223333:parameter" + Stage.PATHS.authorities() + "/*\"",
                "parameter" + Stage.PATHS.svid("*") + "\"", "parameter" + Stage.PATHS.bundle() + "\"");
    }
}
