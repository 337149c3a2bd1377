package dev.tandem.policies.resilience;

import dev.tandem.policies.Settings;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/**
 * From the failure to the last caller that goes elsewhere: the slowest health check's detection (interval times failed
 * checks), the record's time to live in caches, and a minute for Route 53 to tell its servers. No longer than
 * {@code recoverySeconds}, 900 by default.
 */
public final class RecoveryTime implements StackCheck {

    private static final String DEFAULT_SECONDS = "900";
    private static final long PROPAGATION_SECONDS = 60;
    private static final long ALIAS_TTL_SECONDS = 60;
    private static final long DEFAULT_INTERVAL_SECONDS = 30;
    private static final long DEFAULT_FAILURES = 3;

    @Override
    public void check(StackContext context) {
        long most = Long.parseLong(Settings.text(context, "recoverySeconds").filter(s -> s.matches("\\d{1,9}"))
                .orElse(DEFAULT_SECONDS));
        long[] detection = {0};
        List<Resource> checks = context.graph().ofType("aws:route53/healthCheck:HealthCheck");
        context.each(checks, check -> {
            if (check.get("type").stringOr("").matches("HTTPS?(_STR_MATCH)?|TCP")) {
                detection[0] = Math.max(detection[0], check.get("requestInterval").integerOr(DEFAULT_INTERVAL_SECONDS)
                        * check.get("failureThreshold").integerOr(DEFAULT_FAILURES));
            }
        });
        context.each(context.graph().ofType("aws:route53/record:Record"), record -> {
            if (First.nothing(record.get("failoverRoutingPolicies")) && First.nothing(record.get("weightedRoutingPolicies"))
                    && First.nothing(record.get("failover"))) {
                return;
            }
            Property ttl = record.get("ttl");
            boolean alias = ttl.isMissing();
            long cached = alias ? ALIAS_TTL_SECONDS : ttl.integerOr(ALIAS_TTL_SECONDS);
            long all = detection[0] + cached + PROPAGATION_SECONDS;
            if (all > most) {
                context.violation(record, ttl, "recovery takes " + all + " seconds: " + detection[0] + " to detect, "
                        + cached + " in caches, " + PROPAGATION_SECONDS + " in Route 53; expected " + most + " or less");
            }
        });
    }
}
