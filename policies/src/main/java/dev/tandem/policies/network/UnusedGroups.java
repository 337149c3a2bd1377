package dev.tandem.policies.network;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;
import java.util.Set;

/** A security group that nothing carries is a rule set waiting to be attached by mistake. */
public final class UnusedGroups implements StackCheck {

    private static final Set<String> RULES = Set.of(GroupRules.TYPES);

    private static final List<String> WHERE = List.of("securityGroups", "vpcSecurityGroupIds", "securityGroupIds",
            "networkConfiguration[0].securityGroups", "vpcConfig[0].securityGroupIds", "networkInterfaces[0].securityGroups");

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType(GroupRules.GROUP), group -> {
            boolean used = context.graph().referrers(group).stream().anyMatch(r -> carries(context, r));
            if (!used && !named(context, group)) {
                context.violation(group, "found nothing in this stack that carries the security group, expected an"
                        + " interface, service or load balancer, or no group");
            }
        });
    }

    private static boolean carries(StackContext context, Resource r) {
        return !RULES.contains(context.graph().typeOf(r)) && !r.type().startsWith("pulumi:");
    }

    /** By its id in plain text, or perhaps by a text that is not known yet. */
    private static boolean named(StackContext context, Resource group) {
        return context.graph().all().stream()
                .filter(r -> r != group && carries(context, r))
                .anyMatch(r -> WHERE.stream().anyMatch(path -> !Declared.of(r, path.replaceAll("\\[.*", "")).isMissing()
                        && Links.between(r, path, group) != Link.NO));
    }
}
