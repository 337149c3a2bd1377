package com.example.policies;

import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;

/** A first rule: replace it by yours. */
final class PrivateBuckets {

    static final Rule RULE = Rule.resource("private-buckets")
            .on("aws:s3/bucket:Bucket")
            .summary("Buckets are private")
            .fix("Remove acl, or set it to private")
            .level(EnforcementLevel.MANDATORY)
            .check(c -> {
                if (c.get("acl").stringOr("private").startsWith("public")) {
                    c.violation(c.get("acl"), "anybody may read it");
                }
            });

    private PrivateBuckets() {}
}
