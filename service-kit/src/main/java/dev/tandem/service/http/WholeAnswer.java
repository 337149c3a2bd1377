package dev.tandem.service.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An answer with all of its body, or none: the limit of {@link HttpRequest} ends with the headers, this one with the last byte. */
final class WholeAnswer {

    private WholeAnswer() {}

    /**
     * Sends a request and waits.
     *
     * @param nanos how long at most
     * @throws HttpTimeoutException when the last byte was not there by then; the connection is given up
     */
    static HttpResponse<String> of(HttpClient http, HttpRequest request, long nanos) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> sent = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return sent.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer by the deadline");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } finally {
            sent.cancel(true); // Changes nothing once it is complete.
        }
    }
}
