package dev.tandem.policies.encryption;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Caches are encrypted at rest; Memcached keeps nothing, and serverless caches always are. */
public final class Caches implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:elasticache/replicationGroup:ReplicationGroup", "aws:elasticache/serverlessCache:ServerlessCache",
    };

    @Override
    public void check(ResourceContext context) {
        if (AwsTypes.canonical(context.resource().type()).equals(TYPES[1])) {
            context.notApplicable("serverless caches are always encrypted");
            return;
        }
        Expect.on(context, "cached data is not encrypted at rest", "atRestEncryptionEnabled");
    }
}
