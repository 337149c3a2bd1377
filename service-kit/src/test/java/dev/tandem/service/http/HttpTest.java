package dev.tandem.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.tandem.requirements.Covers;
import dev.tandem.service.context.Correlation;
import dev.tandem.service.context.Traces;
import dev.tandem.service.observe.RedMetrics;
import dev.tandem.service.observe.Telemetry;
import dev.tandem.service.store.FencedException;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class HttpTest {

    private final OpenTelemetrySdk telemetry = Telemetry.start("test", Optional.empty(), 1);
    private final Traces traces = new Traces(telemetry);
    private final RedMetrics metrics = new RedMetrics(telemetry);
    private final Health health = new Health();
    private final AtomicInteger calls = new AtomicInteger();
    private HttpService service;

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
        telemetry.close();
    }

    @Test
    @Covers("R5.1")
    void correlationAndTraceGoOnToWhatIsCalled() throws Exception {
        HttpCaller[] onward = new HttpCaller[1];
        start(new Routes()
                .on("GET", "/first", request -> Response.json(200, MDC.get("traceId") + " "
                        + onward[0].call("GET", "/second", Map.of(), "").body()))
                .on("GET", "/second", request -> Response.json(200, MDC.get("traceId") + " " + MDC.get("correlationId"))));
        onward[0] = caller();

        HttpResponse<String> w3c = get("/first", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                Correlation.HEADER, "order-4711");
        HttpResponse<String> xray = get("/first", "X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1");

        String trace = "0af7651916cd43dd8448eb211c80319c";
        assertThat(w3c.body()).isEqualTo(trace + " " + trace + " order-4711");
        assertThat(w3c.headers().firstValue(Correlation.HEADER)).contains("order-4711");
        assertThat(xray.body()).startsWith("5759e988bd862e3fe1be46a994272793 5759e988bd862e3fe1be46a994272793 ");
        assertThat(xray.headers().firstValue(Correlation.HEADER)).hasValueSatisfying(id -> assertThat(id).hasSize(36));
    }

    @Test
    void whatIsWrongIsSaidInOneForm() throws Exception {
        start(new Routes()
                .on("POST", "/things", request -> Response.json(200, request.json()))
                .on("GET", "/broken", request -> {
                    throw new IllegalStateException("secret detail");
                })
                .on("GET", "/fenced", request -> {
                    throw new FencedException("eu-west-1");
                }));

        assertThat(send("POST", "/things", "{").body()).contains("urn:tandem:problem:invalid-body").contains("\"status\":400");
        assertThat(send("POST", "/things", "x".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(send("DELETE", "/things", "").statusCode()).isEqualTo(405);
        assertThat(send("GET", "/nothing", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/broken", "").body()).contains("\"status\":500").doesNotContain("secret");
        HttpResponse<String> fenced = send("GET", "/fenced", "");
        assertThat(fenced.statusCode()).isEqualTo(503);
        assertThat(fenced.headers().firstValue("Retry-After")).contains("30");
    }

    @Test
    void saysHowItIs() throws Exception {
        Routes routes = new Routes();
        health.addTo(routes, "/api/test");
        start(routes);

        assertThat(send("GET", "/livez", "").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/readyz", "").statusCode()).isEqualTo(503);
        health.become(Health.State.READY);
        assertThat(send("GET", "/api/test/healthz", "").body()).isEqualTo("{\"state\":\"ready\"}");
        health.become(Health.State.DRAINING);
        health.become(Health.State.READY);
        assertThat(send("GET", "/readyz", "").statusCode()).isEqualTo(503);
        assertThat(send("GET", "/livez", "").statusCode()).isEqualTo(200);
    }

    @Test
    void triesAgainOnlyWhatChangesNothing() {
        start(new Routes()
                .on("GET", "/shaky", request -> Response.empty(calls.incrementAndGet() < 3 ? 503 : 200))
                .on("POST", "/shaky", request -> Response.empty(calls.incrementAndGet() < 3 ? 503 : 200)));
        HttpCaller caller = caller();

        assertThat(caller.call("GET", "/shaky", Map.of(), "").status()).isEqualTo(200);
        calls.set(0);
        assertThatThrownBy(() -> caller.call("POST", "/shaky", Map.of(), "{}")).hasMessageContaining("answered 503 (try 1, within 30000 ms)");
        calls.set(0);
        assertThat(caller.call("POST", "/shaky", Map.of("Idempotency-Key", "k"), "{}").status()).isEqualTo(200);
    }

    @Test
    void aCalleeThatIsDownGetsLittleMore() {
        start(new Routes().on("GET", "/down", request -> {
            calls.incrementAndGet();
            return Response.empty(503);
        }));
        HttpCaller caller = caller();

        for (int i = 0; i < 60; i++) {
            assertThatThrownBy(() -> caller.call("GET", "/down", Map.of(), "")).isInstanceOf(HttpCaller.UnavailableException.class);
        }
        assertThat(calls.get()).as("60 calls, of which the breaker let 20 pass, with tries again").isBetween(20, 40);
        assertThatThrownBy(() -> caller.call("GET", "/down", Map.of(), "")).hasMessageContaining("the circuit breaker lets no call pass");
    }

    @Test
    void aSlowCalleeIsWaitedForNoLongerThanTheDeadline() {
        CountDownLatch over = new CountDownLatch(1);
        start(new Routes().on("GET", "/slow", request -> {
            try {
                over.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Response.empty(200);
        }));

        assertThatThrownBy(() -> caller(Duration.ofSeconds(2)).call("GET", "/slow", Map.of(), ""))
                .hasMessageContaining("did not answer").hasMessageContaining("(try 1");
        over.countDown();
    }

    /** The JDK's own limit ends with the answer's headers. */
    @Test
    void anAnswerThatBeginsAndDoesNotEndIsWaitedForNoLongerThanTheDeadline() throws Exception {
        HttpServer stuck = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        CountDownLatch over = new CountDownLatch(1);
        stuck.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                over.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        stuck.start();
        try {
            HttpCaller caller = new HttpCaller("callee", URI.create("http://127.0.0.1:" + stuck.getAddress().getPort()),
                    Duration.ofMillis(500), traces, metrics);

            CompletableFuture<Void> call = CompletableFuture.runAsync(() -> caller.call("GET", "/half", Map.of(), ""));

            assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(HttpCaller.UnavailableException.class)
                    .hasMessageContaining("callee did not answer").hasMessageContaining("(try 1, within 500 ms)");
        } finally {
            over.countDown();
            stuck.stop(0);
        }
    }

    @Test
    void aBudgetIsSpentAndEarned() {
        RetryBudget budget = new RetryBudget(0.5, 2);

        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
        budget.call();
        assertThat(budget.spend()).isFalse();
        budget.call();
        assertThat(budget.spend()).isTrue();
    }

    private void start(Routes routes) {
        service = HttpService.start("127.0.0.1", 0, routes, traces, metrics);
    }

    private HttpCaller caller() {
        return caller(Duration.ofSeconds(30));
    }

    private HttpCaller caller(Duration deadline) {
        return new HttpCaller("callee", URI.create("http://127.0.0.1:" + service.port()), deadline, traces, metrics);
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .headers(headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
