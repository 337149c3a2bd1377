package dev.tandem.policies.audit;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Log groups say how long they keep events; for ever is neither allowed for personal data nor free. */
public final class LogRetention implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Property days = context.get("retentionInDays");
        if (days.integerOr(0) <= 0) {
            Expect.report(context, days, "events are kept for ever", "a number of days, such as 30");
        }
    }
}
