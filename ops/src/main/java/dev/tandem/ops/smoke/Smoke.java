package dev.tandem.ops.smoke;

import dev.tandem.ops.OperationRefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One request that must be answered 2xx. Safe for use by several threads. */
public final class Smoke {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(LIMIT).build();

    private Smoke() {}

    /**
     * What came back.
     *
     * @param address what was asked
     * @param status  HTTP status, 0 without an answer
     * @param millis  how long it took, milliseconds
     * @param problem why there was no answer; empty when there was one
     */
    public record Result(String address, int status, long millis, String problem) {
        /** Whether the answer was 2xx. */
        public boolean good() {
            return status / 100 == 2;
        }

        /** One line. */
        public String text() {
            return address + ": " + (status == 0 ? "no answer (" + problem + ")" : "HTTP " + status + ", expected 2xx");
        }
    }

    /**
     * Asks once, for five seconds at most.
     *
     * @throws OperationRefusedException when it is no address of the web
     */
    public static Result ask(String address, Map<String, String> headers) {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).GET();
            headers.forEach(request::header);
        } catch (IllegalArgumentException bad) {
            throw new OperationRefusedException("smoke test: found '" + address + "' with headers " + headers.keySet()
                    + ", expected an address such as https://api.example.com/api/auth/healthz");
        }
        long start = System.nanoTime();
        try {
            int status = HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            return new Result(address, status, millis(start), "");
        } catch (IOException failed) {
            return new Result(address, 0, millis(start), String.valueOf(failed.getMessage() == null ? failed.getClass().getSimpleName()
                    : failed.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Result(address, 0, millis(start), "interrupted");
        }
    }

    /**
     * Headers by name.
     *
     * @param texts {@code NAME=VALUE} each
     * @throws OperationRefusedException when one has another form
     */
    public static Map<String, String> headers(List<String> texts) {
        Map<String, String> headers = new TreeMap<>();
        for (String text : texts) {
            int at = text.indexOf('=');
            if (at < 1) {
                throw new OperationRefusedException("header: found '" + text + "', expected NAME=VALUE, such as x-tester=yes");
            }
            headers.put(text.substring(0, at), text.substring(at + 1));
        }
        return headers;
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
