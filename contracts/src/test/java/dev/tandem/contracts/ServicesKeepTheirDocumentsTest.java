package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.auth.AuthService;
import dev.tandem.contracts.OpenApiDocument.Operation;
import dev.tandem.persona.PersonaService;
import dev.tandem.requirements.Covers;
import dev.tandem.service.http.Json;
import dev.tandem.service.queue.Envelope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Auth and persona, as they are built, answer each operation of their documents as those say, in good times and in bad. */
@Covers("R10.2")
class ServicesKeepTheirDocumentsTest {

    private static final Map<String, String> ADA =
            Map.of("email", "ada@example.org", "displayName", "Ada", "password", "correct horse battery", "bio", "Mathematician");

    private HttpClient http;
    private RunningService persona;
    private RunningService auth;
    private String signUpId;
    private String accountId;

    /** An operation of one of both. */
    record Case(String service, OpenApiDocument document, Operation operation) {

        @Override
        public String toString() {
            return service + ": " + operation;
        }
    }

    static List<Case> operations() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String service : List.of("auth", "persona")) {
            OpenApiDocument document = OpenApiDocument.of(service);
            document.operations().forEach(operation -> cases.add(new Case(service, document, operation)));
        }
        return cases;
    }

    /** Ada has an account and a profile. */
    @BeforeEach
    void start() throws Exception {
        persona = new RunningService("persona", URI.create("http://127.0.0.1:1"), PersonaService::of);
        auth = new RunningService("auth", persona.address(), AuthService::of);
        // After the services, which tell the JDK's client that they set the header Host.
        http = HttpClient.newHttpClient();
        JsonNode signUp = Json.MAPPER.readTree(call("auth", "POST", "/sign-ups", Json.text(ADA), Optional.empty()).body());
        signUpId = signUp.path("signUpId").asText();
        accountId = signUp.path("accountId").asText();
        command(auth, "ReserveAccount");
        command(persona, "CreateProfile");
        command(auth, "ActivateAccount");
    }

    @AfterEach
    void stop() {
        auth.close();
        persona.close();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void succeeds(Case each) {
        assertThat(call(each, example(each), true).statusCode()).isBetween(200, 299);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void asksForATokenWhereTheDocumentDoes(Case each) {
        int status = call(each, example(each), false).statusCode();
        if (each.operation().secured()) {
            assertThat(status).isEqualTo(401);
        } else {
            assertThat(status).isBetween(200, 299);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesABodyThatIsNone(Case each) {
        int status = call(each, "no JSON", true).statusCode();
        if (each.operation().hasBody()) {
            assertThat(status).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void mayBeAskedAgainWhenTheTableIsBusy(Case each) {
        auth.throttle();
        persona.throttle();

        int status = call(each, example(each), true).statusCode();
        assertThat(status).isEqualTo(each.operation().path().equals("/jwks.json") ? 200 : 503);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void writesNothingWhereAnotherRegionWrites(Case each) {
        auth.fence();
        persona.fence();

        int status = call(each, example(each), true).statusCode();
        boolean reads = each.operation().method().equals("GET") || each.operation().path().equals("/tokens");
        assertThat(status).isEqualTo(reads ? 200 : 503);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void knowsNobodyWhoIsGone(Case each) {
        auth.forget();
        persona.forget();

        int status = call(each, example(each), true).statusCode();
        assertThat(status).isIn(200, 202, 401, 404);
    }

    /** An account is shown without its profile; of a person's data not a part is shown for the whole. */
    @Test
    void withoutPersonaAnAccountIsShownAndPersonalDataIsNot() throws Exception {
        persona.throttle();

        JsonNode me = Json.MAPPER.readTree(call("auth", "GET", "/me", "", token()).body());
        HttpResponse<String> known = call("auth", "GET", "/me/personal-data", "", token());

        assertThat(me.path("email").asText()).isEqualTo("ada@example.org");
        assertThat(me.path("profile").isNull()).as("%s", me).isTrue();
        assertThat(known.statusCode()).isEqualTo(503);
        assertThat(known.body()).contains("urn:tandem:problem:incomplete").doesNotContain("ada@example.org");
        assertThat(known.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void aDocumentThatSaysAnotherThingIsRefused() throws IOException {
        String text = Files.readString(Path.of("openapi/persona.yaml"));

        for (List<String> change : List.of(
                List.of("\"200\":", "\"201\":", "answers 200, which its document does not say"),
                List.of("required: [displayName, bio]", "required: [displayName, bio, birthday]", "field birthday of"),
                List.of("bio: {type: string", "bio: {type: integer", "type of field bio"),
                List.of(", bio: {type: string, maxLength: 2000}", "", "type of field bio"))) {
            assertThat(text).contains(change.get(0));
            OpenApiDocument changed = OpenApiDocument.parse(text.replace(change.get(0), change.get(1)));
            Operation mine = changed.operations().get(0);
            assertThatThrownBy(() -> changed.holds(mine, call("persona", "GET", mine.path(), "", token()))).isInstanceOf(AssertionError.class)
                    .hasMessageContaining(change.get(2));
        }
    }

    private String example(Case each) {
        return each.document().example(each.operation(), ADA);
    }

    private HttpResponse<String> call(Case each, String body, boolean withToken) {
        HttpResponse<String> answer = call(each.service(), each.operation().method(), each.operation().path().replace("{id}", signUpId), body,
                withToken ? token() : Optional.empty());
        each.document().holds(each.operation(), answer);
        return answer;
    }

    private HttpResponse<String> call(String service, String method, String path, String body, Optional<String> token) {
        RunningService called = service.equals("auth") ? auth : persona;
        HttpRequest.Builder request = HttpRequest.newBuilder(called.address().resolve("/api/" + service + path))
                .timeout(Duration.ofSeconds(20)).header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(method + " " + path + ": " + e, e);
        }
    }

    private Optional<String> token() {
        return Optional.of(RunningService.token(accountId));
    }

    private void command(RunningService service, String action) {
        service.messages().handle(new Envelope(Envelope.Kind.COMMAND, signUpId, action, "", "",
                Json.object().put("accountId", accountId).put("displayName", "Ada"), "token"));
    }
}
