package com.example.shop;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.pack.PackServer;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;

public final class ShopPolicies {

    public static final Rule NO_PUBLIC_BUCKET = Rule.resource("no-public-bucket")
            .on("aws:s3/bucket:Bucket")
            .summary("Buckets are private")
            .fix("Remove acl, or set it to private")
            .level(EnforcementLevel.MANDATORY)
            .check(c -> {
                if (c.get("acl").stringOr("private").startsWith("public")) {
                    c.violation(c.get("acl"), "anybody may read it");
                }
            });

    public static void main(String[] args) {
        PackServer.serve(args, Pack.named("shop", "1.0.0").rule(NO_PUBLIC_BUCKET).build());
    }
}
