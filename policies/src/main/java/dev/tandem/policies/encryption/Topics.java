package dev.tandem.policies.encryption;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Topics name a KMS key; SNS does not encrypt at rest without one. */
public final class Topics implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Expect.named(context, "messages are not encrypted at rest", "the ARN or alias of a KMS key", "kmsMasterKeyId");
    }
}
