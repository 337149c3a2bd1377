package dev.tandem.policies.network;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Locale;

/**
 * Network ACLs keep the internet away from ports for administration and file transfer, and do not let everything in. A
 * deny with a lower number counts, when it is in the same list.
 */
public final class NoWorldInAcl implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
        "aws:ec2/networkAclRule:NetworkAclRule",
    };

    private static final List<Long> ADMINISTRATION = List.of(22L, 3389L, 20L, 21L, 23L);

    @Override
    public void check(ResourceContext context) {
        if (context.resource().type().endsWith(":NetworkAclRule")) {
            if (!context.get("egress").boolOr(false)) {
                judge(context, context.resource().properties(), List.of());
            }
            return;
        }
        List<Property> rules = context.get("ingress").items();
        context.each(rules, rule -> judge(context, rule, rules));
    }

    private static void judge(ResourceContext context, Property rule, List<Property> all) {
        if (!action(rule).equalsIgnoreCase("allow")) {
            return;
        }
        Property range = world(rule);
        if (range == null) {
            return;
        }
        for (long port : ADMINISTRATION) {
            if (covers(rule, port) && all.stream().noneMatch(other -> deniesBefore(other, rule, port))) {
                String what = everything(rule) ? "all ports" : "port " + port;
                context.violation(range, what, "lets the whole internet (" + range.stringOr("") + ") in on " + what
                        + ", expected the ranges of known callers, or a range of ports without it");
                return;
            }
        }
    }

    private static String action(Property rule) {
        return First.of(rule, "action", "ruleAction").stringOr("");
    }

    private static Property world(Property rule) {
        for (String name : List.of("cidrBlock", "ipv6CidrBlock")) {
            if (World.isWorld(rule.at(name).stringOr(""))) {
                return rule.at(name);
            }
        }
        return null;
    }

    private static boolean everything(Property rule) {
        String protocol = rule.at("protocol").stringOr("-1").toLowerCase(Locale.ROOT);
        return protocol.equals("-1") || protocol.equals("all") || covers(rule, 1) && covers(rule, 65535);
    }

    private static boolean covers(Property rule, long port) {
        String protocol = rule.at("protocol").stringOr("-1").toLowerCase(Locale.ROOT);
        Property from = First.of(rule, "fromPort", "portRange.from");
        Property to = First.of(rule, "toPort", "portRange.to");
        return switch (protocol) {
            case "-1", "all" -> true;
            case "tcp", "6" -> from.integerOr(0) <= port && port <= to.integerOr(65535);
            default -> false;
        };
    }

    private static boolean deniesBefore(Property other, Property rule, long port) {
        return action(other).equalsIgnoreCase("deny") && world(other) != null && covers(other, port)
                && other.at("ruleNo").integerOr(Long.MAX_VALUE) < rule.at("ruleNo").integerOr(0);
    }
}
