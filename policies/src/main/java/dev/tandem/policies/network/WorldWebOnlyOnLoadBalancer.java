package dev.tandem.policies.network;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * TCP 443 and 80 may be open to the internet only in a load balancer's group. Whose group it is follows from the
 * resource graph, so it is decided while ids are unknown.
 */
public final class WorldWebOnlyOnLoadBalancer implements StackCheck {

    private static final List<String> BALANCERS = List.of("aws:lb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer");

    private static final Set<String> GROUPS = Set.of(GroupRules.GROUP, GroupRules.DEFAULT_GROUP);

    @Override
    public void check(StackContext context) {
        for (String type : GroupRules.TYPES) {
            context.each(context.graph().ofType(type), said ->
                    context.each(GroupRules.of(said), rule -> judge(context, said, rule)));
        }
    }

    private static void judge(StackContext context, Resource said, GroupRule rule) {
        Optional<Property> world = rule.ingress() ? World.in(rule) : Optional.empty();
        if (world.isEmpty() || !NoWorldIngress.isWeb(rule)) {
            return;
        }
        Link owned = ownedByBalancer(context, said, rule);
        if (owned == Link.MAYBE) {
            context.undecided(rule.at(), "is open to the internet, and whose security group it is cannot be told");
        } else if (owned == Link.NO) {
            context.violation(said, world.get(), rule.ports() + "::" + world.get().stringOr(""), "lets the whole internet ("
                    + world.get().stringOr("") + ") in on " + rule.ports() + ", but no load balancer uses this security"
                    + " group; expected the load balancer's security group as source");
        }
    }

    private static Link ownedByBalancer(StackContext context, Resource said, GroupRule rule) {
        List<Resource> balancers = new ArrayList<>();
        BALANCERS.forEach(type -> balancers.addAll(context.graph().ofType(type)));
        Link answer = Link.NO;
        List<Resource> groups = GROUPS.contains(context.graph().typeOf(said)) ? List.of(said) : groupsOf(context, said);
        if (groups.isEmpty()) {
            return ofGroupElsewhere(said, rule, balancers);
        }
        for (Resource group : groups) {
            for (Resource balancer : balancers) {
                Link link = Links.between(balancer, "securityGroups", group);
                if (link == Link.YES) {
                    return link;
                }
                answer = link == Link.MAYBE ? link : answer;
            }
        }
        return answer;
    }

    /** A group made elsewhere may be a load balancer's; plain HTTP is opened next to the load balancer that redirects it. */
    private static Link ofGroupElsewhere(Resource said, GroupRule rule, List<Resource> balancers) {
        Property id = First.of(said, "securityGroupId", "groupId");
        boolean carried = balancers.stream().anyMatch(b -> b.get("securityGroups").isUnknown()
                || id.isKnown() && b.get("securityGroups").strings().contains(id.stringOr("")));
        return rule.isTcpPort(80) && id.isKnown() && !carried ? Link.NO : Link.MAYBE;
    }

    private static List<Resource> groupsOf(StackContext context, Resource rule) {
        return context.graph().ofType(GroupRules.GROUP).stream()
                .filter(g -> Links.between(rule, "securityGroupId", g) == Link.YES
                        || Links.between(rule, "groupId", g) == Link.YES)
                .toList();
    }
}
