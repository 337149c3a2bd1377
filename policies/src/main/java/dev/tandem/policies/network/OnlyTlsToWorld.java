package dev.tandem.policies.network;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Optional;

/**
 * What goes out to the whole internet goes to TCP 443. Other ports are plain text or a tunnel; all ports are judged by
 * {@link NoWorldEgress}.
 */
public final class OnlyTlsToWorld implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        context.each(GroupRules.of(context.resource()), rule -> {
            if (rule.ingress()) {
                return;
            }
            Optional<Property> world = World.in(rule);
            if (world.isPresent() && !rule.allPorts() && !rule.isTcpPort(443)) {
                context.violation(world.get(), rule.ports() + "::" + world.get().stringOr(""), "lets " + rule.ports()
                        + " out to the whole internet (" + world.get().stringOr("") + "), expected tcp/443, or the"
                        + " security groups, prefix lists or ranges that are needed");
            }
        });
    }
}
