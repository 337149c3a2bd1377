package dev.tandem.policies.audit;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Optional;

/** Load balancers write access logs. */
public final class LoadBalancerLogs implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {"aws:lb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"};

    private static final String WRONG = "requests leave no trace";

    @Override
    public void check(ResourceContext context) {
        if (First.of(context.resource(), "loadBalancerType", "type").stringOr("application").equals("gateway")) {
            context.notApplicable("gateway load balancers have no access logs");
            return;
        }
        if (!First.nothing(context.get("loadBalancerAttributes"))) {
            Optional<Property> on = context.get("loadBalancerAttributes").items().stream()
                    .filter(a -> a.key("key").is("access_logs.s3.enabled")).findFirst();
            if (!on.map(a -> a.key("value").boolOr(false)).orElse(false)) {
                Expect.report(context, context.get("loadBalancerAttributes"), WRONG, "access_logs.s3.enabled");
            }
            return;
        }
        Property logs = First.of(context.resource(), "accessLogs", "accessLoggingPolicy");
        // A classic load balancer logs as soon as a bucket is named; the others want the switch as well.
        boolean byDefault = AwsTypes.canonical(context.resource().type()).startsWith("aws:elb/")
                && !logs.at("[0].bucket").isMissing();
        Property enabled = logs.at("[0].enabled");
        if (!enabled.boolOr(byDefault)) {
            Expect.report(context, enabled, WRONG, "true, with a bucket");
        }
    }
}
