package dev.tandem.service.http;

import dev.tandem.service.context.Traces;
import dev.tandem.service.observe.RedMetrics;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Calls one other service through the task's Envoy: within a deadline for all tries together, tried again only when that
 * changes nothing (safe methods, or with an idempotency key) and the budget allows, after waits that grow and vary, and not
 * at all while the callee's circuit breaker is open. Safe for use by several threads.
 */
public final class HttpCaller {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "PUT", "DELETE");
    private static final Set<Integer> AGAIN = Set.of(429, 502, 503, 504);
    private static final int MOST_TRIES = 3;

    static {
        // The mesh's outbound listener knows the callee by the Host header.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private final String service;
    private final URI proxy;
    private final Duration deadline;
    private final Traces traces;
    private final RedMetrics metrics;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(1)).build();
    private final RetryBudget budget = new RetryBudget(0.2, 10);
    private final IntervalFunction waits = IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(25), 2.0, 0.5, Duration.ofMillis(400));
    private final CircuitBreaker breaker;

    /**
     * A caller of a service.
     *
     * @param proxy    where the task's Envoy takes calls, {@code MESH_PROXY}
     * @param deadline for a call with all its tries
     */
    public HttpCaller(String service, URI proxy, Duration deadline, Traces traces, RedMetrics metrics) {
        this.service = service;
        this.proxy = proxy;
        this.deadline = deadline;
        this.traces = traces;
        this.metrics = metrics;
        this.breaker = CircuitBreaker.of(service, CircuitBreakerConfig.custom()
                .slidingWindowSize(50).minimumNumberOfCalls(20).failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5)).permittedNumberOfCallsInHalfOpenState(3)
                .build());
    }

    /** What came back. */
    public record Answer(int status, String body) {}

    /**
     * Calls.
     *
     * @param headers besides those of trace and correlation
     * @throws UnavailableException when no answer below 500 came within the deadline, or the breaker is open
     */
    public Answer call(String method, String path, Map<String, String> headers, String body) {
        return traces.within(method + " " + service, SpanKind.CLIENT, span -> {
            long until = System.nanoTime() + deadline.toNanos();
            budget.call();
            boolean repeatable = SAFE.contains(method) || headers.containsKey("Idempotency-Key");
            for (int attempt = 1; ; attempt++) {
                String trouble;
                try {
                    Answer answer = attempt(method, path, headers, body, until);
                    if (!AGAIN.contains(answer.status()) && answer.status() < 500) {
                        return answer;
                    }
                    trouble = "answered " + answer.status();
                } catch (IOException e) {
                    trouble = "did not answer: " + e;
                } catch (CallNotPermittedException e) {
                    throw new UnavailableException(service + " failed too often; the circuit breaker lets no call pass for some seconds");
                }
                long wait = waits.apply(attempt);
                if (!repeatable || attempt == MOST_TRIES || System.nanoTime() + wait * 1_000_000 >= until || !budget.spend()) {
                    throw new UnavailableException(service + " " + trouble + " (try " + attempt + ", within " + deadline.toMillis() + " ms)");
                }
                pause(wait);
            }
        });
    }

    private Answer attempt(String method, String path, Map<String, String> headers, String body, long until) throws IOException {
        breaker.acquirePermission();
        long start = System.nanoTime();
        int status = 0;
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(proxy.resolve(path))
                    .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                    .header("Host", service);
            traces.headers().forEach(request::header);
            headers.forEach(request::header);
            HttpResponse<String> response = WholeAnswer.of(http, request.build(), Math.max(1_000_000, until - start));
            status = response.statusCode();
            return new Answer(status, response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            long took = System.nanoTime() - start;
            metrics.called(service, status, took / 1e9);
            if (status == 0 || status >= 500) {
                breaker.onError(took, TimeUnit.NANOSECONDS, new IOException("status " + status));
            } else {
                breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The callee cannot be had. */
    public static final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnavailableException(String message) {
            super(message);
        }
    }
}
