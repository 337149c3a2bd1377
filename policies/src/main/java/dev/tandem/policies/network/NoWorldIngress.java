package dev.tandem.policies.network;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Optional;

/**
 * Nothing comes in from the whole internet, on any port. TCP 443 and 80 are judged by {@link WorldWebOnlyOnLoadBalancer},
 * which can see whose group it is.
 */
public final class NoWorldIngress implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        context.each(GroupRules.of(context.resource()), rule -> {
            if (!rule.ingress()) {
                return;
            }
            Optional<Property> world = World.in(rule);
            if (world.isPresent() && !isWeb(rule)) {
                String detail = rule.ports() + "::" + world.get().stringOr("");
                context.violation(world.get(), detail, "lets the whole internet (" + world.get().stringOr("") + ") in on "
                        + describe(rule) + ", expected a source security group or the ranges of known callers");
            }
        });
    }

    static boolean isWeb(GroupRule rule) {
        return rule.isTcpPort(443) || rule.isTcpPort(80);
    }

    private static String describe(GroupRule rule) {
        return rule.allPorts() ? "all ports" : rule.ports();
    }
}
