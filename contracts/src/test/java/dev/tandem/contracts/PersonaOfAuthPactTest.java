package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.RequestResponsePact;
import au.com.dius.pact.core.model.annotations.Pact;
import au.com.dius.pact.core.model.annotations.PactDirectory;
import dev.tandem.auth.Persona;
import dev.tandem.requirements.Covers;
import dev.tandem.service.context.Traces;
import dev.tandem.service.http.HttpCaller;
import dev.tandem.service.observe.RedMetrics;
import dev.tandem.service.observe.Telemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What auth expects of persona, said by what auth itself asks with: {@code pacts/auth-persona.json}, which {@link CommittedPact}
 * compares with it and {@code -Dpacts.write=true} writes anew.
 */
// In this order: what ends a class runs the other way round, so the pact is written before it is compared.
@ExtendWith(CommittedPact.class)
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "persona", pactVersion = PactSpecVersion.V3)
@PactDirectory(CommittedPact.WRITTEN)
@Covers("R10.2")
class PersonaOfAuthPactTest {

    private static final String TOKEN = "Bearer [A-Za-z0-9_.-]+";

    @Pact(consumer = "auth", provider = "persona")
    RequestResponsePact profile(PactDslWithProvider pact) {
        return pact.given("the caller has a profile")
                .uponReceiving("a request for the caller's profile").method("GET").path("/api/persona/profiles/me")
                .matchHeader("Authorization", TOKEN, "Bearer token")
                .willRespondWith().status(200)
                .body(new PactDslJsonBody().stringType("displayName", "Ada").stringType("bio", "Mathematician"))
                .toPact();
    }

    @Pact(consumer = "auth", provider = "persona")
    RequestResponsePact noProfile(PactDslWithProvider pact) {
        return pact.given("the caller has no profile")
                .uponReceiving("a request for a profile that is not there").method("GET").path("/api/persona/profiles/me")
                .matchHeader("Authorization", TOKEN, "Bearer token-without-profile")
                .willRespondWith().status(404)
                .toPact();
    }

    @Pact(consumer = "auth", provider = "persona")
    RequestResponsePact personalData(PactDslWithProvider pact) {
        return pact.given("the caller has a profile")
                .uponReceiving("a request for all that is known of the caller").method("GET").path("/api/persona/personal-data")
                .matchHeader("Authorization", TOKEN, "Bearer token")
                .willRespondWith().status(200).body(new PactDslJsonBody().stringType("displayName", "Ada"))
                .toPact();
    }

    @Test
    @PactTestFor(pactMethod = "personalData")
    void understandsPersonalData(MockServer persona) {
        assertThat(call(persona, client -> client.personalData("Bearer token")).body()).contains("Ada");
    }

    @Test
    @PactTestFor(pactMethod = "profile")
    void understandsAProfile(MockServer persona) {
        HttpCaller.Answer answer = call(persona, client -> client.profile("Bearer token"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Mathematician");
    }

    @Test
    @PactTestFor(pactMethod = "noProfile")
    void understandsThatThereIsNone(MockServer persona) {
        assertThat(call(persona, client -> client.profile("Bearer token-without-profile")).status()).isEqualTo(404);
    }

    private static HttpCaller.Answer call(MockServer server, Function<Persona, HttpCaller.Answer> question) {
        try (OpenTelemetrySdk telemetry = Telemetry.start("auth", Optional.empty(), 1)) {
            HttpCaller caller = new HttpCaller("persona", URI.create(server.getUrl()), Duration.ofSeconds(30), new Traces(telemetry), new RedMetrics(telemetry));
            return question.apply(new Persona(caller));
        }
    }
}
