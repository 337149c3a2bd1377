package dev.tandem.ops.access;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers calls that the simulator lacks, by a rule of the test; says which were made. For unit tests. */
public final class AwsStandIn implements AutoCloseable {

    private static final Pattern REGION = Pattern.compile("Credential=[^/]+/\\d+/([a-z0-9-]+)/");

    /** No answer: the connection is closed. */
    public static final String SILENT = "";

    private static final Pattern ERROR = Pattern.compile("HTTP (\\d+) (\\w+)");

    private final HttpServer server;
    private final List<String> calls = new ArrayList<>();

    /** Answers one call. */
    @FunctionalInterface
    public interface Rule {
        /**
         * The answer.
         *
         * @param region that the request is signed for
         * @param action last part of the target, {@code Action} of a query, or the path
         * @return the body; null for HTTP 400 with the code {@code UnknownOperationException}; {@link AwsStandIn#SILENT} for none;
         *         {@code HTTP 403 CODE} for an error
         */
        String answer(String region, String action, String body);
    }

    /** Starts it on loopback. */
    public AwsStandIn(Rule rule) {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Matcher region = REGION.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
            String where = region.find() ? region.group(1) : "";
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            Matcher action = Pattern.compile("Action=([A-Za-z]+)").matcher(body);
            String what = target != null ? target.replaceFirst(".*\\.", "") : action.find() ? action.group(1)
                    : exchange.getRequestURI().toString();
            calls.add(where + " " + what);
            String answer = rule.answer(where, what, body);
            if (SILENT.equals(answer)) {
                exchange.close();
                return;
            }
            Matcher error = ERROR.matcher(answer == null ? "HTTP 400 UnknownOperationException" : answer);
            boolean failed = error.matches();
            byte[] bytes = (failed ? "{\"__type\":\"" + error.group(2) + "\"}" : answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(failed ? Integer.parseInt(error.group(1)) : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** Access to it as to a region. */
    public AwsAccess access(String region) {
        return new AwsAccess(region, Optional.empty(), Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
    }

    /** Region and action of each call, in order. */
    public List<String> calls() {
        return calls;
    }

    @Override
    public void close() {
        server.stop(0);
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }
}
