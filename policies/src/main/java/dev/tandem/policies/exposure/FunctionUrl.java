package dev.tandem.policies.exposure;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** A function's URL asks for credentials. */
public final class FunctionUrl implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Property type = First.of(context.resource(), "authorizationType", "authType");
        if (!type.stringOr("").equals("AWS_IAM")) {
            context.violation(type, "the function can be called from the internet without credentials: found " + type
                    + ", expected AWS_IAM");
        }
    }
}
