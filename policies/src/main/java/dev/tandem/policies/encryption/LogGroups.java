package dev.tandem.policies.encryption;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Log groups name a customer key; without one CloudWatch encrypts with a key that nobody here can revoke. */
public final class LogGroups implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Expect.named(context, "log events are not encrypted with a customer key", "the ARN of a KMS key", "kmsKeyId");
    }
}
