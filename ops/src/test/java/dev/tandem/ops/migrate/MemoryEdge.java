package dev.tandem.ops.migrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tandem.mesh.store.LeaseStore;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.AwsStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A load balancer with one path and two functions' groups, its front on loopback, and a table of routes in memory. */
final class MemoryEdge implements AutoCloseable {

    private static final String ARN = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:";
    static final String PATH_RULE = ARN + "listener-rule/app/tandem-prod/50/f2/path";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Value of the header that a rule of a comparison asks for, by ARN. */
    final Map<String, String> sides = new ConcurrentSkipListMap<>();

    /** Shares of the path's rule by ARN of a group. */
    final Map<String, String> weights = new TreeMap<>(Map.of(group("old"), "100"));

    /** ARN of the path's rule. */
    String rule = PATH_RULE;

    private final Map<String, JsonNode> items = new ConcurrentSkipListMap<>();
    private final AwsStandIn aws = new AwsStandIn(this::answer);
    private final DynamoDbClient dynamo = access().client(DynamoDbClient.builder());
    private final HttpServer front;
    private Runnable onSample = () -> {};
    private int looks;
    private boolean ready = true;

    MemoryEdge() {
        try {
            front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        front.createContext("/", this::front);
        front.start();
    }

    static String group(String name) {
        return ARN + "targetgroup/" + name + "/0123";
    }

    AwsAccess access() {
        return aws.access("eu-central-1");
    }

    Migrations migrations() {
        return new Migrations(access(), dynamo, "routes", new LeaseStore(dynamo, "routes", Clock.systemUTC()));
    }

    Samples samples(Map<String, String> headers) {
        return new Samples("http://127.0.0.1:" + front.getAddress().getPort(), List.of("/api/auth"), headers, 3, List.of());
    }

    List<String> calls() {
        return aws.calls();
    }

    /** What happens when a sample arrives. */
    void onSample(Runnable what) {
        onSample = what;
    }

    /** Its nodes never learn of the rules. */
    void neverReady() {
        ready = false;
    }

    int looks() {
        return looks;
    }

    private void front(HttpExchange exchange) throws IOException {
        String mark = exchange.getRequestHeaders().getFirst("x-tandem-compare");
        boolean look = mark.endsWith("-ready");
        if (look) {
            looks++;
        } else {
            onSample.run();
        }
        byte[] body = (look && ready && sides.containsValue(mark) ? EdgeRules.READY : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String answer(String region, String action, String body) {
        try {
            return switch (action) {
                case "GetItem" -> {
                    JsonNode item = items.get(key(JSON.readTree(body).path("Key")));
                    yield item == null ? "{}" : "{\"Item\":" + item + "}";
                }
                case "PutItem" -> {
                    JsonNode item = JSON.readTree(body).path("Item");
                    items.put(key(item), item);
                    yield "{}";
                }
                case "DeleteItem" -> {
                    items.remove(key(JSON.readTree(body).path("Key")));
                    yield "{}";
                }
                default -> rules(action, Arrays.stream(body.split("&")).map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8))));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(JsonNode item) {
        return item.path("service").path("S").asText() + "/" + item.path("item").path("S").asText();
    }

    private String rules(String action, Map<String, String> parameters) {
        switch (action) {
            case "DescribeTargetGroups":
                String name = parameters.get("Names.member.1");
                return result(action, "TargetGroups", "<member><TargetGroupArn>" + group(name) + "</TargetGroupArn><TargetType>"
                        + (name.equals("new") ? "ip" : "lambda") + "</TargetType><LoadBalancerArns><member>" + ARN
                        + "loadbalancer/app/tandem-prod/50</member></LoadBalancerArns></member>");
            case "DescribeListeners":
                return result(action, "Listeners", "<member><ListenerArn>" + EdgeRules.listener(PATH_RULE) + "</ListenerArn></member>");
            case "CreateRule":
                sides.put(ARN + "listener-rule/app/tandem-prod/50/f2/" + parameters.get("Priority"),
                        parameters.get("Conditions.member.2.HttpHeaderConfig.Values.member.1"));
                return "<R/>";
            case "DeleteRule":
                sides.remove(parameters.get("RuleArn"));
                return "<R/>";
            case "ModifyRule":
                weights.clear();
                String groups = "Actions.member.1.ForwardConfig.TargetGroups.member.";
                for (int i = 1; parameters.containsKey(groups + i + ".Weight"); i++) {
                    weights.put(parameters.get(groups + i + ".TargetGroupArn"), parameters.get(groups + i + ".Weight"));
                }
                return "<R/>";
            default:
                if (!parameters.getOrDefault("RuleArns.member.1", rule).equals(rule)) {
                    return "HTTP 400 RuleNotFound";
                }
                StringBuilder rules = new StringBuilder("<member><RuleArn>" + rule + "</RuleArn><Priority>10</Priority><Conditions><member>"
                        + "<Field>path-pattern</Field><Values><member>/api/auth</member></Values></member></Conditions><Actions><member>"
                        + "<ForwardConfig><TargetGroups>");
                weights.forEach((group, weight) -> rules.append("<member><TargetGroupArn>").append(group).append("</TargetGroupArn><Weight>")
                        .append(weight).append("</Weight></member>"));
                rules.append("</TargetGroups></ForwardConfig></member></Actions></member>");
                sides.forEach((arn, value) -> rules.append("<member><RuleArn>").append(arn).append("</RuleArn><Priority>")
                        .append(arn.replaceFirst(".*/", "")).append("</Priority><Conditions><member><Field>http-header</Field>"
                                + "<HttpHeaderConfig><Values><member>").append(value)
                        .append("</member></Values></HttpHeaderConfig></member></Conditions></member>"));
                return result(action, "Rules", rules.toString());
        }
    }

    private static String result(String action, String list, String members) {
        return "<R><" + action + "Result><" + list + ">" + members + "</" + list + "></" + action + "Result></R>";
    }

    @Override
    public void close() {
        front.stop(0);
        dynamo.close();
        aws.close();
    }
}
