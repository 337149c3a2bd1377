package dev.tandem.policies.network;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Optional;

/** Nothing may talk to the whole internet on all ports: that is the way out for stolen data. */
public final class NoWorldEgress implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        context.each(GroupRules.of(context.resource()), rule -> {
            if (rule.ingress()) {
                return;
            }
            Optional<Property> world = World.in(rule);
            if (world.isPresent() && rule.allPorts()) {
                context.violation(world.get(), "all::" + world.get().stringOr(""), "lets everything out to the whole internet ("
                        + world.get().stringOr("") + ") on all ports, expected the ports and destinations needed,"
                        + " such as tcp/443");
            }
        });
    }
}
