package dev.tandem.dev;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A page with how each task is, links to what it has, and all log lines of a trace: {@code /traces/TRACE_ID}. */
final class StatusPage implements AutoCloseable {

    private final HttpServer server;
    private final Town town;

    StatusPage(Town town) {
        this.town = town;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", town.layout().pagePort()), 16);
        } catch (IOException e) {
            throw new DevException("127.0.0.1:" + town.layout().pagePort() + " cannot be listened on: " + e.getMessage()
                    + ". Expected a free port. Fix: TANDEM_DEV_PAGE=7071 ./tandem dev, or end what has it");
        }
        server.createContext("/", exchange -> send(exchange, "text/html", page()));
        server.createContext("/traces/", exchange -> send(exchange, "application/x-ndjson", lines(last(exchange))));
        server.createContext("/logs/", exchange -> send(exchange, "text/plain", log(last(exchange))));
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String page() {
        StringBuilder rows = new StringBuilder();
        for (Task task : town.tasks()) {
            String name = task.name();
            rows.append("<tr><td>").append(name).append("</td><td>").append(state(task)).append("</td><td><a href=\"").append(town.edge())
                    .append(task.service().path()).append("/healthz\">through the edge</a></td><td><a href=\"http://").append(task.address())
                    .append(":9901/\">Envoy</a> <a href=\"http://").append(task.address()).append(":9902/status\">agent</a></td><td><a href=\"/logs/")
                    .append(name).append("\">application</a> <a href=\"/logs/").append(name).append("-mesh\">mesh</a></td></tr>");
        }
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>tandem dev</title><style>body{font:16px system-ui;margin:2em}"
                + "td,th{padding:.3em 1em .3em 0;text-align:left}</style><h1>tandem dev</h1><table><tr><th>service</th><th>state</th><th>path</th>"
                + "<th>mesh</th><th>logs</th></tr>" + rows + "</table><p>Edge: <code>" + town.edge() + "</code>. AWS simulator: <a href=\""
                + town.aws().endpoint() + "/moto-api/\">" + town.aws().endpoint() + "</a>, <a href=\"/logs/aws\">its log</a>. "
                + "All lines of a trace: <code>/traces/TRACE_ID</code>.</p></html>";
    }

    private static String state(Task task) {
        try {
            return task.ready() ? "ready" : "not ready";
        } catch (DevException e) {
            return "ended";
        }
    }

    private String log(String name) throws IOException {
        Path file = town.layout().log(name.replaceAll("[^a-z0-9-]", ""));
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "there is no log of this name\n";
    }

    /** Every line of every log with this ID, application and Envoy, each a JSON object: one that is still being written comes later. */
    private String lines(String traceId) throws IOException {
        StringBuilder found = new StringBuilder();
        if (traceId.matches("[0-9a-f]{32}")) {
            try (Stream<Path> logs = Files.list(town.layout().state().resolve("logs"))) {
                for (Path log : logs.sorted().toList()) {
                    List<String> lines = GrowingLog.wholeLines(log);
                    lines.stream().filter(line -> line.contains(traceId)).forEach(line -> found.append(line).append('\n'));
                }
            }
        }
        return found.toString();
    }

    private static String last(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
