package dev.tandem.policies.encryption;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** The environment of a function, if it has one, is encrypted with a customer key. */
public final class FunctionEnvironment implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        if (First.nothing(context.get("environment")) || !context.get("environment").isUnknown()
                && First.nothing(context.get("environment[0].variables"))) {
            context.notApplicable("the function has no environment variables");
            return;
        }
        if (Expect.isBlank(context.get("kmsKeyArn"))) {
            context.get("environment[0].variables").requireKnown();
            if (!context.get("environment[0].variables").entries().isEmpty()) {
                Expect.named(context, "environment variables are not encrypted with a customer key",
                        "the ARN of a KMS key", "kmsKeyArn");
            }
        }
    }
}
