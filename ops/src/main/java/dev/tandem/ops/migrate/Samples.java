package dev.tandem.ops.migrate;

import com.fasterxml.jackson.core.JsonPointer;
import dev.tandem.ops.OperationRefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Requests that may be sent to both sides: GET only, since two answers mean two executions.
 *
 * @param base    what the paths are put behind, such as {@code https://api.example.com}
 * @param paths   what is asked, with a query where needed
 * @param headers sent with each
 * @param times   how often each path is asked
 * @param ignored fields of JSON answers that may differ
 */
public record Samples(String base, List<String> paths, Map<String, String> headers, int times, List<JsonPointer> ignored) {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(LIMIT).build();

    /** Asks each path of both sides. A side that does not answer has answered otherwise. */
    Compared compare(Map<String, String> function, Map<String, String> service, Instant at) {
        List<String> differences = new ArrayList<>();
        for (String path : paths) {
            for (int time = 0; time < times; time++) {
                String one = text(path, function);
                String other = text(path, service);
                if (!one.equals(other) || one.startsWith("no answer")) {
                    differences.add("GET " + path + ": function " + one + ", service " + other);
                }
            }
        }
        return new Compared(at, paths.size() * times, List.copyOf(differences), differences.size());
    }

    private String text(String path, Map<String, String> mark) {
        try {
            HttpResponse<byte[]> answer = send(path, mark);
            return Answer.of(answer.statusCode(), answer.body(), ignored).text();
        } catch (IOException failed) {
            return "no answer (" + failed.getClass().getSimpleName() + ")";
        }
    }

    /**
     * One request.
     *
     * @throws OperationRefusedException when base and path are no address
     */
    HttpResponse<byte[]> send(String path, Map<String, String> mark) throws IOException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base.replaceAll("/+$", "") + path)).timeout(LIMIT).GET();
            headers.forEach(request::setHeader);
            mark.forEach(request::setHeader);
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IllegalArgumentException bad) {
            throw new OperationRefusedException("found the address '" + base + path + "', expected one such as"
                    + " https://api.example.com/api/auth/healthz");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OperationRefusedException("interrupted; nothing was compared");
        }
    }
}
