package dev.tandem.e2e.envoy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** An application that says who it is in {@code x-answered-by}; a test can let it fail or be slow. */
public final class EchoApp implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "app");
        thread.setDaemon(true);
        return thread;
    });
    private final String name;
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger delayMillis = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong healthChecks = new AtomicLong();
    private volatile Map<String, List<String>> lastHeaders = Map.of();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    static {
        // Not Nagle's delay, which the JDK's server has: 40 ms on every other answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** Starts at an address of loopback. */
    public EchoApp(String name, String host, int port) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(host + ":" + port, e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** An application as a process of its own: name, address, port. */
    public static void main(String[] arguments) throws InterruptedException {
        try (EchoApp app = new EchoApp(arguments[0], arguments[1], Integer.parseInt(arguments[2]))) {
            System.out.println(app.name + " answers");
            Thread.currentThread().join();
        }
    }

    /** From now on it answers so. */
    public void answerWith(int newStatus) {
        status.set(newStatus);
    }

    /** From now on each answer takes this long, milliseconds. */
    public void delay(int millis) {
        delayMillis.set(millis);
    }

    /** From now on requests wait, without those for its health. @return lets them go, up to those that wait for the next such */
    public Runnable hold() {
        CountDownLatch next = new CountDownLatch(1);
        gate = next;
        return next::countDown;
    }

    /** Requests that it got, also those that wait, without those for its health. */
    public long requests() {
        return requests.get();
    }

    /** Requests for its health. */
    public long healthChecks() {
        return healthChecks.get();
    }

    /** Headers of the last request, as it saw them. */
    public Map<String, List<String>> lastHeaders() {
        return lastHeaders;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean health = exchange.getRequestURI().getPath().equals("/healthz");
            if (health) {
                healthChecks.incrementAndGet();
            } else {
                // Before it is counted: who has seen the count knows at which gate it waits.
                CountDownLatch before = gate;
                requests.incrementAndGet();
                lastHeaders = Map.copyOf(exchange.getRequestHeaders());
                Eventually.pause(delayMillis.get());
                letGo(before);
            }
            exchange.getRequestBody().readAllBytes();
            byte[] body = (name + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("x-answered-by", name);
            exchange.sendResponseHeaders(health ? 200 : status.get(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void letGo(CountDownLatch gate) {
        try {
            gate.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
