package dev.tandem.policies.resilience;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Tables can be restored to any second of the last 35 days. */
public final class PointInTimeRecovery implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Property enabled = First.of(context.resource(), "pointInTimeRecovery.enabled",
                "pointInTimeRecovery[0].enabled", "pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled");
        if (!enabled.boolOr(false)) {
            Expect.report(context, enabled, "a deleted or overwritten item is lost", "true");
        }
    }
}
