package dev.tandem.@package@;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tandem.service.context.Traces;
import dev.tandem.service.http.HttpService;
import dev.tandem.service.http.Json;
import dev.tandem.service.observe.RedMetrics;
import dev.tandem.service.observe.Telemetry;
import dev.tandem.service.run.ServiceContext;
import dev.tandem.service.run.ServiceParts;
import dev.tandem.service.run.ServiceSettings;
import dev.tandem.service.store.MemoryStore;
import dev.tandem.service.token.TokenVerifier;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Holds the service to {@code contracts/openapi/@name@.yaml}: each operation is answered as the document says, with and without a token. */
class @Class@ContractTest {

    private static final Path DOCUMENT = Path.of("../contracts/openapi/@name@.yaml");

    private final JsonNode document = read();
    private OpenTelemetrySdk telemetry;
    private HttpService service;
    private ECKey key;

    @BeforeEach
    void start() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        telemetry = Telemetry.start("@name@", Optional.empty(), 1);
        Traces traces = new Traces(telemetry);
        RedMetrics metrics = new RedMetrics(telemetry);
        ServiceSettings settings = ServiceSettings.of(Map.of("TANDEM_SERVICE", "@name@", "TANDEM_ENVIRONMENT", "test", "AWS_REGION",
                "eu-central-1", "PORT", "0", "TABLE_NAME", "none", "MESH_PROXY", "http://127.0.0.1:1", "BASE_PATH", "@path@"));
        ServiceParts parts = @Class@Service.of(
                new ServiceContext(settings, new MemoryStore(), null, traces, metrics, Clock.systemUTC()),
                () -> new JWKSet(key.toPublicJWK()));
        service = HttpService.start("127.0.0.1", 0, parts.routes(), traces, metrics);
    }

    @AfterEach
    void stop() {
        service.close();
        telemetry.close();
    }

    @Test
    void eachOperationAnswersWhatTheDocumentSays() {
        int operations = 0;
        for (String method : new String[] {"put", "post", "get", "delete"}) {
            for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
                JsonNode operation = path.getValue().path(method);
                if (!operation.isMissingNode()) {
                    keepsTo(method, path.getKey(), operation, Optional.of(token()));
                    assertThat(keepsTo(method, path.getKey(), operation, Optional.empty())).as("%s %s without a token", method, path)
                            .isEqualTo(401);
                    operations++;
                }
            }
        }
        assertThat(operations).isPositive();
    }

    @Test
    void whatWasWrittenIsReadByItsOwnerOnly() {
        String item = base() + "/items/1";
        assertThat(call("PUT", item, "{\"name\":\"first\"}", Optional.of(token())).statusCode()).isEqualTo(200);
        assertThat(call("GET", item, "", Optional.of(token())).body()).isEqualTo("{\"name\":\"first\"}");
        assertThat(call("GET", item, "", Optional.of(token("another"))).statusCode()).isEqualTo(404);
    }

    private int keepsTo(String method, String path, JsonNode operation, Optional<String> token) {
        String body = operation.has("requestBody") ? example(operation.path("requestBody").path("content").path("application/json")) : "";
        HttpResponse<String> answer = call(method.toUpperCase(java.util.Locale.ROOT), base() + path.replaceAll("\\{[^}]*}", "1"), body, token);
        JsonNode said = resolve(operation.path("responses").path(Integer.toString(answer.statusCode())));
        assertThat(said.isMissingNode()).as("%s %s answers %s, expected one of %s", method, path, answer.statusCode(),
                operation.path("responses").properties().stream().map(Map.Entry::getKey).toList()).isFalse();
        for (Map.Entry<String, JsonNode> content : said.path("content").properties()) {
            assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith(content.getKey()));
            JsonNode required = resolve(content.getValue().path("schema")).path("required");
            required.forEach(field -> assertThat(json(answer.body()).has(field.asText()))
                    .as("%s %s: field %s of %s", method, path, field.asText(), answer.body()).isTrue());
        }
        return answer.statusCode();
    }

    private String example(JsonNode content) {
        var example = Json.object();
        resolve(content.path("schema")).path("properties").properties().forEach(field -> example.put(field.getKey(), "text"));
        return example.toString();
    }

    private HttpResponse<String> call(String method, String uri, String body, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(10))
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(method + " " + uri + ": " + e, e);
        }
    }

    private String base() {
        return "http://127.0.0.1:" + service.port() + "@path@";
    }

    private String token() {
        return token("a1");
    }

    private String token(String account) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), new JWTClaimsSet.Builder()
                    .issuer(TokenVerifier.ISSUER).subject(account).expirationTime(Date.from(Instant.now().plusSeconds(60))).build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static JsonNode read() {
        try {
            return Json.MAPPER.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(DOCUMENT)));
        } catch (java.io.IOException e) {
            throw new AssertionError(DOCUMENT + " cannot be read: " + e, e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
