package dev.tandem.policies.transit;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Set;

/**
 * The TLS policy of a classic load balancer allows no protocol older than TLS 1.2. Source: "Predefined SSL security
 * policies for Classic Load Balancers", https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html.
 */
public final class ClassicPolicy implements ResourceCheck {

    private static final Set<String> OLD = Set.of("Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1");
    private static final String REFERENCE = "Reference-Security-Policy";
    private static final String MODERN = "ELBSecurityPolicy-TLS-1-2-2017-01";

    @Override
    public void check(ResourceContext context) {
        if (!context.get("policyTypeName").is("SSLNegotiationPolicyType")) {
            context.notApplicable("the policy does not concern TLS");
            return;
        }
        context.each(context.get("policyAttributes").items(), attribute -> {
            String name = attribute.at("name").stringOr("");
            Property value = attribute.at("value");
            if (name.equals(REFERENCE) ? !value.is(MODERN) : OLD.contains(name) && value.boolOr(false)) {
                context.violation(value, name, "the balancer accepts old protocols: found " + name + " = "
                        + value.stringOr("") + ", expected " + REFERENCE + " = " + MODERN);
            }
        });
        if (context.get("policyAttributes").items().isEmpty()) {
            Expect.report(context, context.get("policyAttributes"), "AWS' default policy accepts TLS 1.0", MODERN);
        }
    }
}
