package dev.tandem.service.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tandem.service.context.Correlation;
import dev.tandem.service.context.Traces;
import dev.tandem.service.observe.RedMetrics;
import dev.tandem.service.store.BusyException;
import dev.tandem.service.store.FencedException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 on the loopback interface, by the JDK's own server: Envoy is before it, ends TLS, speaks HTTP/2 with the world and
 * limits it. Every request has a span, a correlation ID, a log line and its metrics. Safe for use by several threads.
 */
public final class HttpService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
    private static final int BODY_LIMIT = 64 * 1_024;
    private static final int THREADS = 32;
    private static final int BACKLOG = 512;
    private static final int STOP_SECONDS = 10;

    static {
        // Without it an answer in two parts waits 40 ms for the first one's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "500");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Routes routes;
    private final Traces traces;
    private final RedMetrics metrics;
    private final AtomicInteger inFlight = new AtomicInteger();

    private HttpService(HttpServer server, Routes routes, Traces traces, RedMetrics metrics) {
        this.server = server;
        this.routes = routes;
        this.traces = traces;
        this.metrics = metrics;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any
     * @throws UncheckedIOException when the address is taken
     */
    public static HttpService start(String host, int port, Routes routes, Traces traces, RedMetrics metrics) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
            HttpService service = new HttpService(server, routes, traces, metrics);
            server.createContext("/", service::serve);
            server.setExecutor(service.threads);
            server.start();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + host + ":" + port + ": " + e.getMessage()
                    + ". Expected a free address; BIND_ADDRESS and PORT set another one", e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Takes no more connections, lets what it is at come to its end for 10 s at most. */
    @Override
    public void close() {
        // Of the JDKs before 21 it takes the whole time where nothing is in flight.
        server.stop(inFlight.get() == 0 ? 0 : STOP_SECONDS);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange) {
        inFlight.incrementAndGet();
        try {
            answer(exchange);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private void answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        Optional<Routes.Match> match = routes.find(exchange.getRequestMethod(), path);
        try (exchange) {
            if (match.isPresent() && Health.PATHS.stream().anyMatch(path::endsWith)) {
                // Asked every few seconds by several: neither traced nor logged.
                send(exchange, answer(match.get(), exchange));
                return;
            }
            String route = match.map(Routes.Match::pattern).orElse("(none)");
            traces.entering(exchange.getRequestMethod() + " " + route, SpanKind.SERVER, exchange.getRequestHeaders()::getFirst,
                    span -> observed(exchange, match, route, span));
        } catch (IOException | UncheckedIOException e) {
            LOG.atInfo().addKeyValue("path", path).log("the caller went away before its answer: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("a request ended without an answer", e);
            throw e;
        }
    }

    private Void observed(HttpExchange exchange, Optional<Routes.Match> match, String route, Span span) {
        long start = System.nanoTime();
        metrics.began();
        int status = 500;
        try {
            Response response = match.isPresent() ? answer(match.get(), exchange) : unknown(exchange);
            status = response.status();
            send(exchange, response.with(Correlation.HEADER, Correlation.current()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            double seconds = (System.nanoTime() - start) / 1e9;
            metrics.served(route, status, seconds);
            span.setAttribute("http.route", route).setAttribute("http.response.status_code", (long) status);
            LOG.atInfo().addKeyValue("method", exchange.getRequestMethod()).addKeyValue("route", route)
                    .addKeyValue("status", status).addKeyValue("millis", Math.round(seconds * 1_000)).log("request");
        }
        return null;
    }

    private Response unknown(HttpExchange exchange) {
        return routes.knows(exchange.getRequestURI().getPath())
                ? new ProblemException(405, "method", exchange.getRequestMethod() + " is not known here.").response()
                : new ProblemException(404, "not-found", "Nothing is at this path.").response();
    }

    private static Response answer(Routes.Match match, HttpExchange exchange) throws IOException {
        try {
            Request request = read(exchange);
            return match.handler().handle(new Request(request.method(), request.path(), match.parameters(), request.headers(), request.body()));
        } catch (ProblemException e) {
            return e.response();
        } catch (FencedException e) {
            return new ProblemException(503, "fenced", "This region does not write now.", 30).response();
        } catch (BusyException e) {
            LOG.warn("busy: {}", e.getMessage());
            return new ProblemException(503, "busy", "Too much to do at the moment; the same request may be sent again.", 1).response();
        } catch (RuntimeException e) {
            LOG.error("a request failed", e);
            return new ProblemException(500, "internal", "Something is wrong on our side.").response();
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(BODY_LIMIT + 1);
            if (body.length > BODY_LIMIT) {
                throw new ProblemException(413, "too-large", "The body is longer than " + BODY_LIMIT + " bytes.");
            }
            return new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), java.util.Map.of(),
                    exchange.getRequestHeaders()::getFirst, new String(body, StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
