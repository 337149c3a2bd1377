package dev.tandem.policies.exposure;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** A function may be called by named principals, and by a service only on behalf of a named source. */
public final class FunctionPermission implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:lambda/permission:Permission", "aws:lambda/layerVersionPermission:LayerVersionPermission",
        "aws:cloudwatch/eventPermission:EventPermission",
    };

    @Override
    public void check(ResourceContext context) {
        if (!AwsTypes.canonical(context.resource().type()).equals(TYPES[0])) {
            Property whom = context.get("principal");
            boolean limited = !First.nothing(First.of(context.resource(), "organizationId", "condition"));
            if (whom.stringOr("").equals("*") && !limited) {
                context.violation(whom, "found principal * without an organization: everybody may use it, expected"
                        + " account numbers, or an organization");
            }
            return;
        }
        Property principal = context.get("principal");
        String who = principal.stringOr("");
        if (who.endsWith(".amazonaws.com") || who.equals("*")) {
            boolean limited = List.of("sourceArn", "sourceAccount", "principalOrgId").stream()
                    .anyMatch(name -> !First.nothing(First.of(context.resource(), name)));
            if (!limited && !context.get("functionUrlAuthType").is("AWS_IAM")) {
                context.violation(principal, "found principal " + who + " without a source: "
                        + (who.equals("*") ? "everybody may call the function" : "any account may have " + who
                                + " call the function") + ", expected sourceArn or sourceAccount");
            }
        }
    }
}
