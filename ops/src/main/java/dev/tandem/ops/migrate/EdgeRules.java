package dev.tandem.ops.migrate;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.SignedCall;
import dev.tandem.ops.access.Xml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Rules of a region's load balancer, read and changed by its query API. */
final class EdgeRules {

    private static final String VERSION = "2015-12-01";

    private final SignedCall call;

    EdgeRules(AwsAccess access) {
        call = new SignedCall(access, "elasticloadbalancing", "elasticloadbalancing");
    }

    /** @param weights share by ARN of a target group; one group without weights is 100 */
    record Rule(String arn, List<String> paths, Map<String, Integer> weights) {}

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
            Element answer = Xml.parse(call.query("DescribeRules", VERSION, Map.of("ListenerArn", Xml.text(listener, "ListenerArn"))));
            for (Element rule : Xml.at(answer, "DescribeRulesResult", "Rules", "member")) {
                List<String> paths = new ArrayList<>();
                for (Element condition : Xml.at(rule, "Conditions", "member")) {
                    if (Xml.text(condition, "Field").equals("path-pattern")) {
                        Xml.at(condition, "PathPatternConfig", "Values", "member").forEach(each -> paths.add(each.getTextContent().strip()));
                        Xml.at(condition, "Values", "member").forEach(each -> paths.add(each.getTextContent().strip()));
                    }
                }
                rules.add(new Rule(Xml.text(rule, "RuleArn"), paths, weights(rule)));
            }
        }
        return rules;
    }

    /** Shares of a rule as they are now. */
    Map<String, Integer> weights(String rule) {
        Element answer = Xml.parse(call.query("DescribeRules", VERSION, Map.of("RuleArns.member.1", rule)));
        return Xml.at(answer, "DescribeRulesResult", "Rules", "member").stream().findFirst().map(EdgeRules::weights).orElse(Map.of());
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
}
