package dev.tandem.e2e.routes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tandem.e2e.aws.QueryApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;

/**
 * Stands in for the load balancer: sends each request to one of two servers on loopback, at random, by the shares that the
 * simulator's rule has at that moment of asking. That a real load balancer does so is its documentation's word.
 */
final class EdgeStandIn implements AutoCloseable {

    private final QueryApi query;
    private final String rule;
    private final String serviceGroup;
    private final Random random = new Random(42);
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer function = server("function");
    private final HttpServer service = server("service");
    private final List<HttpServer> fronts = new ArrayList<>();
    private int failed;

    EdgeStandIn(QueryApi query, String rule, String serviceGroup) {
        this.query = query;
        this.rule = rule;
        this.serviceGroup = serviceGroup;
    }

    private static HttpServer server(String name) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
            server.setExecutor(Executors.newFixedThreadPool(2, task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", exchange -> answer(exchange, name));
            // Both mean the same here, and write it otherwise.
            server.createContext("/api/auth/alike", exchange -> answer(exchange, name.equals("function")
                    ? "{\"a\":1,\"b\":{\"x\":1,\"y\":2},\"now\":1}" : "{ \"b\": {\"y\":2, \"x\":1}, \"a\": 1, \"now\": 2 }"));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /**
     * Address of the load balancer itself: looks at each request for the rule of its listener that asks for the request's header, and
     * else goes by the shares.
     */
    String front(String listener) {
        try {
            HttpServer front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
            front.createContext("/", exchange -> {
                String mark = exchange.getRequestHeaders().getFirst("x-tandem-compare");
                String marked = mark == null ? "" : Arrays.stream(query.call("elasticloadbalancing", "DescribeRules",
                        Map.of("ListenerArn", listener)).split("<RuleArn>")).filter(each -> each.contains(mark)).findFirst().orElse("");
                if (marked.contains("<MessageBody>")) {
                    answer(exchange, QueryApi.all(marked, "MessageBody").get(0));
                    return;
                }
                boolean toService = marked.isEmpty() ? random.nextDouble() < share() : marked.contains("/" + serviceGroup + "/");
                try {
                    answer(exchange, http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                            + (toService ? service : function).getAddress().getPort() + exchange.getRequestURI())).build(),
                            HttpResponse.BodyHandlers.ofString()).body());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    exchange.close();
                }
            });
            front.start();
            fronts.add(front);
            return "http://127.0.0.1:" + front.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends requests and counts those that the service answered. */
    int service(int requests) {
        double share = share();
        int count = 0;
        for (int i = 0; i < requests; i++) {
            HttpServer chosen = random.nextDouble() < share ? service : function;
            try {
                String by = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + chosen.getAddress().getPort() + "/api/auth")).build(),
                        HttpResponse.BodyHandlers.ofString()).body();
                count += by.equals("service") ? 1 : 0;
            } catch (IOException e) {
                failed++;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
        return count;
    }

    int failed() {
        return failed;
    }

    private double share() {
        String answer = query.call("elasticloadbalancing", "DescribeRules", Map.of("RuleArns.member.1", rule));
        String config = answer.contains("<ForwardConfig>") ? answer.substring(answer.indexOf("<ForwardConfig>")) : answer;
        List<String> groups = QueryApi.all(config, "TargetGroupArn");
        List<String> weights = QueryApi.all(config, "Weight");
        double sum = 0;
        double his = 0;
        for (int i = 0; i < groups.size(); i++) {
            double weight = i < weights.size() ? Double.parseDouble(weights.get(i)) : i == 0 ? 1 : 0;
            sum += weight;
            his += groups.get(i).contains("/" + serviceGroup + "/") ? weight : 0;
        }
        return sum == 0 ? 0 : his / sum;
    }

    @Override
    public void close() {
        function.stop(0);
        service.stop(0);
        fronts.forEach(front -> front.stop(0));
    }
}
