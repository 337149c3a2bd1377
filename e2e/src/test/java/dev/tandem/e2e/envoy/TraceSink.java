package dev.tandem.e2e.envoy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where a task's collector is: takes spans as OTLP over HTTP, protobuf, and keeps the requests as they came. */
public final class TraceSink implements AutoCloseable {

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** At a task's address, port 4318. */
    public TraceSink(String host) {
        try {
            server = HttpServer.create(new InetSocketAddress(host, 4318), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(host + ":4318", e);
        }
        server.createContext("/v1/traces", exchange -> {
            try (exchange) {
                // A character per byte, so that texts and ids in it can be looked for.
                requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
    }

    /** Whether a request came from a service with a span of a trace, whose id is 32 hexadecimal digits. */
    public boolean has(String service, String traceId) {
        String id = new String(HexFormat.of().parseHex(traceId), StandardCharsets.ISO_8859_1);
        return requests.stream().anyMatch(request -> request.contains(service) && request.contains(id));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
