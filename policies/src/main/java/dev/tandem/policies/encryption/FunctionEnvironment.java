package dev.tandem.policies.encryption;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** The environment of a function, if it has one, is encrypted with a customer key. */
public final class FunctionEnvironment implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        if (context.get("environment").isMissing() || !context.get("environment").isUnknown()
                && context.get("environment.variables").isMissing()) {
            context.notApplicable("the function has no environment variables");
            return;
        }
        if (Expect.isBlank(context.get("kmsKeyArn"))) {
            context.get("environment.variables").requireKnown();
            if (!context.get("environment.variables").entries().isEmpty()) {
                Expect.named(context, "environment variables are not encrypted with a customer key",
                        "the ARN of a KMS key", "kmsKeyArn");
            }
        }
    }
}
