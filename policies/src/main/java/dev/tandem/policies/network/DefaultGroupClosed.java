package dev.tandem.policies.network;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** The default security group lets nothing through, so that what forgets to name a group can reach nothing. */
public final class DefaultGroupClosed implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        for (String direction : List.of("ingress", "egress")) {
            context.attempt(() -> {
                Property rules = context.get(direction);
                boolean world = GroupRules.of(context.resource()).stream()
                        .filter(r -> r.ingress() == direction.equals("ingress"))
                        .anyMatch(r -> World.in(r).isPresent() && (!r.ingress() ? r.allPorts() : true));
                if (!rules.items().isEmpty() && !world) {
                    Expect.report(context, rules, "the default group lets traffic through", "no rules");
                }
            });
        }
    }
}
