package dev.tandem.e2e.routes;

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
            server.createContext("/", exchange -> {
                byte[] body = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
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
    }
}
