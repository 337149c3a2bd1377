package dev.tandem.policies.encryption;

import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Caches, of data and of answers, are encrypted at rest; Memcached keeps nothing, and serverless caches always are. */
public final class Caches implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:elasticache/replicationGroup:ReplicationGroup", "aws:elasticache/serverlessCache:ServerlessCache",
        "aws:appsync/apiCache:ApiCache", "aws:apigateway/methodSettings:MethodSettings",
    };

    @Override
    public void check(ResourceContext context) {
        if (AwsTypes.canonical(context.resource().type()).equals(TYPES[1])) {
            context.notApplicable("serverless caches are always encrypted");
            return;
        }
        if (AwsTypes.canonical(context.resource().type()).equals(TYPES[3])) {
            if (!context.get("settings[0].cachingEnabled").boolOr(false)) {
                context.notApplicable("the method's answers are not cached");
                return;
            }
            Expect.on(context, "cached answers are not encrypted at rest", "settings[0].cacheDataEncrypted");
            return;
        }
        if (context.get("engine").is("valkey")) {
            Expect.notOff(context, "cached data is not encrypted at rest", "atRestEncryptionEnabled");
        } else {
            Expect.on(context, "cached data is not encrypted at rest", "atRestEncryptionEnabled");
        }
    }
}
