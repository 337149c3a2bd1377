package dev.tandem.mesh.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Supplier;

/** Answers on loopback: {@code /healthz} 200 or 503, {@code /status} what the agent knows. */
final class StatusServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;

    /** @param status has a boolean {@code ready} */
    StatusServer(String host, int port, Supplier<Map<String, Object>> status) {
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 16);
        } catch (IOException e) {
            throw new UncheckedIOException("the agent cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
        server.createContext("/", exchange -> answer(exchange, status.get()));
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, Map<String, Object> status) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            int code = path.equals("/status") ? 200
                    : !path.equals("/healthz") ? 404 : Boolean.TRUE.equals(status.get("ready")) ? 200 : 503;
            byte[] body = (JSON.writeValueAsString(code == 404 ? Map.of("expected", "/healthz or /status") : status) + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
