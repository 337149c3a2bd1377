package dev.tandem.policies.resilience;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.ArrayList;
import java.util.List;

/** Services that are not critical may run on Spot alone; who decides that is told so. One finding names them all. */
public final class SpotOnly implements StackCheck {

    @Override
    public void check(StackContext context) {
        List<String> names = new ArrayList<>();
        context.each(context.graph().ofType("aws:ecs/service:Service"), service -> {
            List<Property> shares = First.of(service, "capacityProviderStrategies", "capacityProviderStrategy").items();
            if (!shares.isEmpty() && shares.stream().noneMatch(EcsCapacity::lasts)) {
                names.add(service.name());
            }
        });
        if (!names.isEmpty()) {
            context.violation("spot", "AWS may stop every task of " + String.join(", ", names) + " two minutes after it says so,"
                    + " expected a base on FARGATE, or a decision that they may be gone for a while");
        }
    }
}
