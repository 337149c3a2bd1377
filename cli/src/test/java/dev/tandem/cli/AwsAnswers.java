package dev.tandem.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** AWS as a list of answers by action, for commands that run in this process; the last answer of an action is given again. */
final class AwsAnswers implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Deque<String>> answers = new TreeMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    AwsAnswers() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String action = target == null ? "" : target.replaceFirst(".*\\.", "");
            asked.add(action + " " + body);
            String most = answers.keySet().stream().filter(key -> key.startsWith(action + " ") && body.contains(key.substring(action.length() + 1)))
                    .findFirst().orElse(action);
            Deque<String> left = answers.getOrDefault(most, new ArrayDeque<>());
            String answer = left.size() > 1 ? left.poll() : left.peek();
            boolean known = answer != null && !answer.startsWith("error ");
            byte[] bytes = (known ? answer : "{\"__type\":\"" + (answer == null ? "UnknownOperationException" : answer.substring(6)) + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 400, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** One more answer of an action, or of {@code ACTION PART} whose body has that part; {@code error CODE} refuses it. */
    AwsAnswers answer(String action, String body) {
        answers.computeIfAbsent(action, none -> new ArrayDeque<>()).add(body);
        return this;
    }

    /** Actions with their bodies, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** What a command said and how it ended. */
    record Result(int code, String out, String err) {}

    /** Runs a command on it; the arguments have no spaces. */
    Result run(String command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--endpoint", "http://127.0.0.1:" + server.getAddress().getPort(), "--region", "eu-central-1"));
        int code = Main.run(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err, true));
        return new Result(code, out.toString(), err.toString());
    }

    @Override
    public void close() {
        server.stop(0);
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }
}
