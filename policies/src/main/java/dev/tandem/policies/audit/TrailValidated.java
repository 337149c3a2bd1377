package dev.tandem.policies.audit;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** A trail signs digests of its files, so that a changed or missing record shows. */
public final class TrailValidated implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Expect.on(context, "changed or deleted log files would go unnoticed", "enableLogFileValidation");
    }
}
