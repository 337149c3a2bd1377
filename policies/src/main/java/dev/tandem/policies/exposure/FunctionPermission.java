package dev.tandem.policies.exposure;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** A function may be called by named principals, and by a service only on behalf of a named source. */
public final class FunctionPermission implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Property principal = context.get("principal");
        String who = principal.stringOr("");
        if (who.endsWith(".amazonaws.com") || who.equals("*")) {
            boolean limited = List.of("sourceArn", "sourceAccount", "principalOrgId").stream()
                    .anyMatch(name -> !First.of(context.resource(), name).isMissing());
            if (!limited && !context.get("functionUrlAuthType").is("AWS_IAM")) {
                context.violation(principal, "found principal " + who + " without a source: "
                        + (who.equals("*") ? "everybody may call the function" : "any account may have " + who
                                + " call the function") + ", expected sourceArn or sourceAccount");
            }
        }
    }
}
