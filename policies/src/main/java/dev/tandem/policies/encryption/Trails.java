package dev.tandem.policies.encryption;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** CloudTrail's logs and event data stores are encrypted with a customer key. */
public final class Trails implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:cloudtrail/trail:Trail", "aws:cloudtrail/eventDataStore:EventDataStore",
    };

    @Override
    public void check(ResourceContext context) {
        Expect.named(context, "audit records are not encrypted with a customer key", "the ARN of a KMS key", "kmsKeyId");
    }
}
