package dev.tandem.ops.migrate;

import com.fasterxml.jackson.core.JsonPointer;
import dev.tandem.ops.OperationRefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

    /** All requests of a comparison together; within its lease. */
    static final Duration ALL = Duration.ofMinutes(10);

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(LIMIT).build();

    /**
     * Asks each path of both sides. A side that does not answer has answered otherwise.
     *
     * @param most how long at most
     * @throws OperationRefusedException when it takes longer
     */
    Compared compare(Map<String, String> function, Map<String, String> service, Instant at, Duration most) {
        List<String> differences = new ArrayList<>();
        long start = System.nanoTime();
        int asked = 0;
        for (String path : paths) {
            for (int time = 0; time < times; time++) {
                if (System.nanoTime() - start >= most.toNanos()) {
                    throw new OperationRefusedException("asked " + asked + " of " + paths.size() * times + " requests in " + most.toSeconds()
                            + " s, expected all; nothing was recorded. Ask fewer: --path, --times");
                }
                asked++;
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
            HttpResponse<byte[]> answer = send(path, mark, LIMIT);
            return Answer.of(answer.statusCode(), answer.body(), ignored).text();
        } catch (IOException failed) {
            return "no answer (" + failed.getClass().getSimpleName() + ")";
        }
    }

    /**
     * Builds every request, and sends none.
     *
     * @throws OperationRefusedException when base and path are no address, or a header may not be sent; its value is not shown
     */
    void check() {
        paths.forEach(path -> request(path, Map.of(), LIMIT));
    }

    private HttpRequest request(String path, Map<String, String> mark, Duration limit) {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create(base.replaceAll("/+$", "") + path)).timeout(limit).GET();
        } catch (IllegalArgumentException bad) {
            throw new OperationRefusedException("found the address '" + base + path + "', expected one such as"
                    + " https://api.example.com/api/auth/healthz");
        }
        headers.forEach((name, value) -> {
            try {
                request.setHeader(name, value);
            } catch (IllegalArgumentException bad) {
                throw new OperationRefusedException("--header: found '" + name + "', which can't be sent: the client sets it itself, or its"
                        + " name or value has characters that no header has. Expected one such as authorization");
            }
        });
        mark.forEach(request::setHeader);
        return request.build();
    }

    /** One request, answered with its whole body within a limit, at most {@link #LIMIT}. */
    HttpResponse<byte[]> send(String path, Map<String, String> mark, Duration limit) throws IOException {
        Duration most = limit.compareTo(LIMIT) < 0 ? limit : LIMIT;
        CompletableFuture<HttpResponse<byte[]>> answer = HTTP.sendAsync(request(path, mark, most), HttpResponse.BodyHandlers.ofByteArray());
        try {
            // The client's own limit ends with the headers of the answer.
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer within " + most.toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new OperationRefusedException("interrupted; nothing was compared");
        }
    }
}
