package dev.tandem.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tandem.requirements.Covers;
import dev.tandem.service.http.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The function, against a server that keeps parameters as Systems Manager does. */
class RotateKeysHandlerTest {

    private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");
    private static final List<String> CREDENTIALS = List.of("aws.region", "aws.accessKeyId", "aws.secretAccessKey");

    private final Map<String, JsonNode> parameters = new HashMap<>();
    private final List<String> written = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        CREDENTIALS.forEach(name -> System.setProperty(name, name.equals("aws.region") ? "eu-central-1" : "test"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        CREDENTIALS.forEach(System::clearProperty);
    }

    @Test
    @Covers("R8.2")
    void publishesBeforeItSignsAndEncryptsWhatSigns() throws Exception {
        assertThat(rotate(START)).isEqualTo("{\"rotated\":true}");

        assertThat(written).containsExactly("/tandem/prod/auth/jwks", "/tandem/prod/auth/signing-keys");
        JsonNode signing = parameters.get("/tandem/prod/auth/signing-keys");
        assertThat(signing.path("Type").asText()).isEqualTo("SecureString");
        assertThat(signing.path("KeyId").asText()).isEqualTo("alias/tandem-prod");
        JsonNode known = parameters.get("/tandem/prod/auth/jwks");
        assertThat(known.path("Type").asText()).isEqualTo("String");
        assertThat(known.has("KeyId")).isFalse();
        assertThat(JWKSet.parse(known.path("Value").asText()).getKeys()).hasSize(1).noneMatch(key -> key.isPrivate());
    }

    @Test
    void asksTheClockAndNotHowOftenItRan() throws Exception {
        rotate(START);
        String first = parameters.get("/tandem/prod/auth/signing-keys").path("Value").asText();
        rotate(START.plusSeconds(3600));
        assertThat(parameters.get("/tandem/prod/auth/signing-keys").path("Value").asText()).isEqualTo(first);
        rotate(START.plusSeconds(24 * 3600));
        assertThat(JWKSet.parse(parameters.get("/tandem/prod/auth/jwks").path("Value").asText()).getKeys()).hasSize(2);
    }

    @Test
    void saysWhichVariableIsMissing() {
        assertThatThrownBy(() -> new RotateKeysHandler(Map.of("TANDEM_AWS_ENDPOINT", endpoint()), at(START))
                .handleRequest(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), null))
                .hasMessage("the function has no variable TANDEM_PREFIX, which the component SigningKeys sets");
    }

    private String rotate(Instant now) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RotateKeysHandler(Map.of("TANDEM_AWS_ENDPOINT", endpoint(), "TANDEM_PREFIX", "/tandem/prod",
                "TANDEM_DATA_KEY", "alias/tandem-prod"), at(now)).handleRequest(new ByteArrayInputStream(new byte[0]), out, null);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody());
        String name = body.path("Name").asText();
        if (exchange.getRequestHeaders().getFirst("X-Amz-Target").endsWith(".PutParameter")) {
            parameters.put(name, body);
            written.add(name);
            respond(exchange, 200, "{\"Version\":1}");
        } else if (parameters.containsKey(name)) {
            respond(exchange, 200, Json.object().set("Parameter", Json.object().put("Name", name)
                    .put("Value", parameters.get(name).path("Value").asText())).toString());
        } else {
            respond(exchange, 400, "{\"__type\":\"ParameterNotFound\"}");
        }
    }

    private static void respond(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
