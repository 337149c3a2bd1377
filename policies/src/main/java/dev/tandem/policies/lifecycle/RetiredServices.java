package dev.tandem.policies.lifecycle;

import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Nothing is built on a service that AWS has ended. */
public final class RetiredServices implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Retirement.of(context.resource().type()).ifPresent(r -> context.violation(
                r.name() + " ended on " + r.ended() + " (" + r.source() + "), expected " + r.instead()));
    }
}
