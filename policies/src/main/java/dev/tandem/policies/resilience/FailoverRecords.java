package dev.tandem.policies.resilience;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/**
 * A record that others can take over from carries a health check. A failover primary, and each of several weighted or
 * latency records, is answered for ever without one; an alias may take its target's health instead.
 */
public final class FailoverRecords implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Property failover = First.of(context.resource(), "failoverRoutingPolicies[0].type", "failover");
        boolean primary = failover.is("PRIMARY");
        boolean shared = !First.nothing(First.of(context.resource(), "weightedRoutingPolicies[0].weight", "weight",
                "latencyRoutingPolicies[0].region")) || context.get("multivalueAnswerRoutingPolicy").boolOr(false);
        if (!primary && !shared) {
            context.notApplicable("no other record takes over from this one");
            return;
        }
        Property check = context.get("healthCheckId");
        boolean byTarget = First.of(context.resource(), "aliases[0].evaluateTargetHealth", "aliasTarget.evaluateTargetHealth")
                .boolOr(false);
        if (check.isMissing() && !byTarget) {
            context.violation(check, "the record is answered also when its target is down: found no healthCheckId, and no"
                    + " evaluateTargetHealth; expected the ID of a health check");
        }
    }
}
