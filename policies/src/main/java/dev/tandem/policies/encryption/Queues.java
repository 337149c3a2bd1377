package dev.tandem.policies.encryption;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Queues say how they are encrypted: a KMS key, or SQS' own. */
public final class Queues implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        if (!Expect.isBlank(context.get("kmsMasterKeyId")) || context.get("sqsManagedSseEnabled").boolOr(false)) {
            return;
        }
        context.violation(context.get("kmsMasterKeyId"), "messages have no declared encryption at rest: found "
                + context.get("kmsMasterKeyId") + " and " + context.get("sqsManagedSseEnabled")
                + ", expected the ARN of a KMS key, or sqsManagedSseEnabled = true");
    }
}
