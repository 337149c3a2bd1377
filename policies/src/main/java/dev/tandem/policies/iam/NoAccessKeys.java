package dev.tandem.policies.iam;

import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** No access keys that live until somebody remembers them; programs get roles. */
public final class NoAccessKeys implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        if (!context.get("status").stringOr("Active").equalsIgnoreCase("Inactive")) {
            context.violation("found a long-lived access key, expected a role, assumed by the workload or by federation");
        }
    }
}
