package dev.tandem.e2e.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tandem.e2e.process.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The few answers of Pulumi's service that {@code pulumi policy publish} asks for; keeps what it was sent. */
public final class PolicyService {

    private final HttpServer server;
    private volatile JsonNode published;
    private volatile byte[] archive;
    private volatile String completed;

    public PolicyService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the CLI said about the pack. */
    JsonNode published() {
        return published;
    }

    /** The path that the CLI called last, empty when it never came so far. */
    String completed() {
        return completed;
    }

    public void stop() {
        server.stop(0);
    }

    /** Unpacks what was uploaded, as the CLI does where the pack is required. */
    Path unpack(Path into) throws IOException {
        Path file = Files.write(into.resolve("pack.tgz"), archive);
        Run.in(into, "tar", "-xzf", file.toString()).succeeded();
        return into.resolve("package");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (asked.equals("GET /api/user")) {
            send(exchange, 200, "{\"githubLogin\":\"tester\",\"name\":\"tester\",\"organizations\":[]}");
        } else if (asked.equals("POST /api/orgs/acme/policypacks")) {
            published = new ObjectMapper().readTree(text(exchange, body));
            send(exchange, 200, "{\"version\":1,\"uploadURI\":\"" + url() + "/upload\"}");
        } else if (asked.equals("PUT /upload")) {
            archive = body;
            send(exchange, 200, "");
        } else if (asked.endsWith("/complete")) {
            completed = exchange.getRequestURI().getPath();
            send(exchange, 200, "");
        } else {
            send(exchange, 404, "{\"code\":404,\"message\":\"not found\"}");
        }
    }

    private static byte[] text(HttpExchange exchange, byte[] body) throws IOException {
        if (!"gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            return body;
        }
        return new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(body)).readAllBytes();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
