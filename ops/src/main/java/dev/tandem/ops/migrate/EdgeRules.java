package dev.tandem.ops.migrate;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.SignedCall;
import dev.tandem.ops.access.Xml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Rules of a region's load balancer, read and changed by its query API. */
final class EdgeRules {

    /** What the rule answers that tells a comparison's rules to be in place. */
    static final String READY = "ready to compare";

    private static final String VERSION = "2015-12-01";

    private final SignedCall call;

    EdgeRules(AwsAccess access) {
        call = new SignedCall(access, "elasticloadbalancing", "elasticloadbalancing");
    }

    /**
     * A rule of a listener.
     *
     * @param priority 0 for the default rule
     * @param weights  share by ARN of a target group; one group without weights is 100
     * @param header   value of the first header that it asks for; empty for none
     */
    record Rule(String arn, int priority, List<String> paths, Map<String, Integer> weights, String header) {}

    /** @param arn of the group, @param loadBalancers ARNs of those that use it, @param type what is in it: {@code ip}, {@code lambda} */
    record Group(String arn, List<String> loadBalancers, String type) {}

    Group group(String name) {
        Element answer;
        try {
            answer = Xml.parse(call.query("DescribeTargetGroups", VERSION, Map.of("Names.member.1", name)));
        } catch (dev.tandem.mesh.route.RouteSourceException failure) {
            if (failure.getMessage().contains("TargetGroupNotFound")) {
                throw new OperationRefusedException("there is no target group '" + name + "' in " + call.access().region()
                        + ", expected one: aws elbv2 describe-target-groups lists them");
            }
            throw failure;
        }
        Element group = Xml.at(answer, "DescribeTargetGroupsResult", "TargetGroups", "member").get(0);
        List<String> balancers = Xml.at(group, "LoadBalancerArns", "member").stream().map(Element::getTextContent).map(String::strip).toList();
        return new Group(Xml.text(group, "TargetGroupArn"), balancers, Xml.text(group, "TargetType"));
    }

    /** Rules of all listeners of a load balancer that have a path. */
    List<Rule> rules(String loadBalancer) {
        List<Rule> rules = new ArrayList<>();
        Element listeners = Xml.parse(call.query("DescribeListeners", VERSION, Map.of("LoadBalancerArn", loadBalancer)));
        for (Element listener : Xml.at(listeners, "DescribeListenersResult", "Listeners", "member")) {
            rules.addAll(ofListener(Xml.text(listener, "ListenerArn")));
        }
        return rules;
    }

    /** All rules of a listener. */
    List<Rule> ofListener(String listener) {
        List<Rule> rules = new ArrayList<>();
        Map<String, String> page = new TreeMap<>(Map.of("ListenerArn", listener));
        while (true) {
            Element answer = Xml.parse(call.query("DescribeRules", VERSION, page));
            Xml.at(answer, "DescribeRulesResult", "Rules", "member").forEach(rule -> rules.add(rule(rule)));
            String next = Xml.text(answer, "DescribeRulesResult", "NextMarker");
            if (next.isEmpty()) {
                return rules;
            }
            page.put("Marker", next);
        }
    }

    private static Rule rule(Element rule) {
        List<String> paths = new ArrayList<>();
        String header = "";
        for (Element condition : Xml.at(rule, "Conditions", "member")) {
            if (Xml.text(condition, "Field").equals("path-pattern")) {
                Xml.at(condition, "PathPatternConfig", "Values", "member").forEach(each -> paths.add(each.getTextContent().strip()));
                Xml.at(condition, "Values", "member").forEach(each -> paths.add(each.getTextContent().strip()));
            } else if (Xml.text(condition, "Field").equals("http-header")) {
                header = Xml.text(condition, "HttpHeaderConfig", "Values", "member");
            }
        }
        String priority = Xml.text(rule, "Priority");
        return new Rule(Xml.text(rule, "RuleArn"), priority.matches("\\d+") ? Integer.parseInt(priority) : 0,
                paths.stream().distinct().toList(), weights(rule), header);
    }

    /** Shares of a rule as they are now; empty when there is no such rule any more. */
    Optional<Map<String, Integer>> weights(String rule) {
        try {
            Element answer = Xml.parse(call.query("DescribeRules", VERSION, Map.of("RuleArns.member.1", rule)));
            return Xml.at(answer, "DescribeRulesResult", "Rules", "member").stream().findFirst().map(EdgeRules::weights);
        } catch (dev.tandem.mesh.route.RouteSourceException failure) {
            if (failure.getCause() instanceof AwsServiceException answer && answer.awsErrorDetails().errorCode().equals("RuleNotFound")) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static Map<String, Integer> weights(Element rule) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (Element action : Xml.at(rule, "Actions", "member")) {
            for (Element group : Xml.at(action, "ForwardConfig", "TargetGroups", "member")) {
                String weight = Xml.text(group, "Weight");
                weights.put(Xml.text(group, "TargetGroupArn"), weight.isEmpty() ? 1 : Integer.parseInt(weight));
            }
            String single = Xml.text(action, "TargetGroupArn");
            if (weights.isEmpty() && !single.isEmpty()) {
                weights.put(single, 100);
            }
        }
        return weights;
    }

    /** One call: all requests of the rule go by these shares from then on. */
    void forward(String rule, Map<String, Integer> weights) {
        Map<String, String> parameters = new TreeMap<>(Map.of("RuleArn", rule, "Actions.member.1.Type", "forward"));
        int number = 0;
        for (Map.Entry<String, Integer> each : weights.entrySet()) {
            String key = "Actions.member.1.ForwardConfig.TargetGroups.member." + ++number;
            parameters.put(key + ".TargetGroupArn", each.getKey());
            parameters.put(key + ".Weight", Integer.toString(each.getValue()));
        }
        call.query("ModifyRule", VERSION, parameters);
    }

    /** ARN of the listener that a rule belongs to; both name it. */
    static String listener(String rule) {
        return rule.replace(":listener-rule/", ":listener/").replaceFirst("/[^/]*$", "");
    }

    /**
     * Priorities that no rule has, before one that a rule has; the nearest first.
     *
     * @throws OperationRefusedException when there are not so many
     */
    static List<Integer> freeBefore(List<Rule> rules, int priority, int count) {
        List<Integer> used = rules.stream().map(Rule::priority).toList();
        List<Integer> free = IntStream.iterate(priority - 1, each -> each > 0, each -> each - 1).boxed()
                .filter(each -> !used.contains(each)).limit(count).toList();
        if (free.size() < count) {
            throw new OperationRefusedException("the listener has " + free.size() + " free priorities before " + priority
                    + ", expected " + count + " for the rules of a comparison");
        }
        return free;
    }

    /** A rule for requests of some paths with a header; to a target group, or, without one, answered {@link #READY}. */
    void create(String listener, int priority, List<String> paths, String header, String value, String group) {
        Map<String, String> parameters = new TreeMap<>(Map.of("ListenerArn", listener, "Priority", String.valueOf(priority),
                "Conditions.member.1.Field", "path-pattern", "Conditions.member.2.Field", "http-header",
                "Conditions.member.2.HttpHeaderConfig.HttpHeaderName", header,
                "Conditions.member.2.HttpHeaderConfig.Values.member.1", value));
        for (int i = 0; i < paths.size(); i++) {
            parameters.put("Conditions.member.1.PathPatternConfig.Values.member." + (i + 1), paths.get(i));
        }
        if (group.isEmpty()) {
            parameters.putAll(Map.of("Actions.member.1.Type", "fixed-response",
                    "Actions.member.1.FixedResponseConfig.StatusCode", "200",
                    "Actions.member.1.FixedResponseConfig.ContentType", "text/plain",
                    "Actions.member.1.FixedResponseConfig.MessageBody", READY));
        } else {
            parameters.putAll(Map.of("Actions.member.1.Type", "forward", "Actions.member.1.TargetGroupArn", group));
        }
        call.query("CreateRule", VERSION, parameters);
    }

    void delete(String rule) {
        call.query("DeleteRule", VERSION, Map.of("RuleArn", rule));
    }
}
