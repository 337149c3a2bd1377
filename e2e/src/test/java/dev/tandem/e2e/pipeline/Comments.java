package dev.tandem.e2e.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A stand-in for the part of GitHub's API that keeps comments of a pull request; GitLab's differs in paths and one verb. */
final class Comments implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<String> bodies = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    Comments() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The comments as they are now. */
    List<String> bodies() {
        return bodies;
    }

    /** Verbs and paths that were asked. */
    List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            boolean known = "Bearer of-the-job".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    || "of-the-project".equals(exchange.getRequestHeaders().getFirst("Private-Token"));
            byte[] sent = exchange.getRequestBody().readAllBytes();
            byte[] text = known ? change(exchange.getRequestMethod(), path, sent) : "{\"message\":\"Bad credentials\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private byte[] change(String verb, String path, byte[] sent) throws IOException {
        if (verb.equals("GET")) {
            ArrayNode all = JSON.createArrayNode();
            for (int id = 0; id < bodies.size(); id++) {
                all.add(comment(id));
            }
            return JSON.writeValueAsBytes(all);
        }
        String body = JSON.readTree(sent).path("body").asText();
        int id = verb.equals("POST") ? bodies.size() : Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        if (id == bodies.size()) {
            bodies.add(body);
        } else {
            bodies.set(id, body);
        }
        return JSON.writeValueAsBytes(comment(id));
    }

    private ObjectNode comment(int id) {
        return JSON.createObjectNode().put("id", id).put("body", bodies.get(id));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
