package dev.tandem.e2e.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.dev.CloudResources;
import dev.tandem.dev.DevException;
import dev.tandem.dev.DevLayout;
import dev.tandem.dev.Ports;
import dev.tandem.dev.Town;
import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What {@code ./tandem dev} starts, from the classes that were just built, and what a client of it does. */
final class Street implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path ROOT = ScratchClone.repository();
    /** Statuses with which no service has answered; 0 is a broken connection. */
    static final Set<Integer> NOBODY = Set.of(0, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final Town town;

    /** @param stepSeconds how long the saga waits for a step */
    Street(Path directory, int stepSeconds) {
        Map<String, String> classPath = new TreeMap<>();
        for (String module : new String[] {"mesh", "service-auth", "service-persona"}) {
            classPath.put(module, ScratchClone.classPath(module));
        }
        town = town(directory, classPath, stepSeconds);
    }

    /** Between the choice of its ports and their use everything else is started: another process may have taken one meanwhile. */
    private static Town town(Path directory, Map<String, String> classPath, int stepSeconds) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Town(new DevLayout(ROOT, directory, Tools.cache(), "23.0", Ports.free(), Ports.free(), Optional.empty(), classPath,
                        Map.of("QUEUE_VISIBILITY_SECONDS", "3")), stepSeconds, line -> { });
            } catch (DevException e) {
                if (attempt == 3 || !e.getMessage().contains("cannot be listened on")) {
                    throw e;
                }
            }
        }
    }

    /** An answer. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {}

    Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(town.edge().resolve(path)).timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), MAPPER.readTree(type.contains("json") ? response.body() : "{}"), response);
        } catch (IOException e) {
            return new Answer(0, MAPPER.createObjectNode(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Asks until somebody answers, as a client with patience does: on a machine that stalls a gateway answers in a service's place. */
    Answer ask(String method, String path, String body, String... headers) {
        Answer[] answer = new Answer[1];
        Eventually.within(Duration.ofSeconds(120), () -> {
            answer[0] = send(method, path, body, headers);
            return NOBODY.contains(answer[0].status()) ? Optional.of(method + " " + path + " is answered " + answer[0]) : Optional.empty();
        });
        return answer[0];
    }

    /** Asks for an account until the request is accepted, with one key, as a client with patience does. @return the sign-up's ID */
    String signUp(String email) {
        String key = UUID.randomUUID().toString();
        String[] id = new String[1];
        Eventually.within(Duration.ofSeconds(120), () -> {
            Answer answer = send("POST", "/api/auth/sign-ups", "{\"email\":\"" + email + "\",\"displayName\":\"Ada\",\"password\":\"" + PASSWORD + "\"}",
                    "Idempotency-Key", key, "X-Correlation-Id", "sign-up-" + email.replace('@', '-'));
            id[0] = answer.body().path("signUpId").asText();
            return answer.status() == 202 ? Optional.empty() : Optional.of("the sign-up is answered " + answer.status() + " " + answer.body());
        });
        return id[0];
    }

    /** Waits until a sign-up is over. @return its state */
    String ended(String signUpId) {
        String[] state = new String[1];
        Eventually.within(Duration.ofSeconds(120), () -> {
            state[0] = send("GET", "/api/auth/sign-ups/" + signUpId, "").body().path("state").asText();
            return Set.of("COMPLETE", "UNDONE").contains(state[0]) ? Optional.empty() : Optional.of("sign-up " + signUpId + " is " + state[0]);
        });
        return state[0];
    }

    String token(String email) {
        return "Bearer " + ask("POST", "/api/auth/tokens", "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}")
                .body().path("accessToken").asText();
    }

    /** What partition keys of a service's table begin with a prefix, without it. */
    Set<String> keys(String service, String prefix) {
        Set<String> found = new TreeSet<>();
        dynamo().scanPaginator(scan -> scan.tableName(CloudResources.table(service))).items().forEach(item -> {
            String pk = item.get("pk").s();
            if (pk.startsWith(prefix)) {
                found.add(pk.substring(prefix.length()));
            }
        });
        return found;
    }

    DynamoDbClient dynamo() {
        return town.aws().client(DynamoDbClient.builder());
    }

    /** All lines of all logs with this trace, as the status page shows them. */
    String trace(String traceId) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + town.layout().pagePort() + "/traces/" + traceId)).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String log(String name) {
        try {
            // The last character may be half there: it goes on writing.
            return new String(Files.readAllBytes(town.layout().log(name)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        town.close();
    }
}
