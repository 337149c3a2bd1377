package com.example.policies;

import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.pack.PackServer;

/** Serves the pack to the Pulumi CLI. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        PackServer.serve(args, Pack.named("example-policies", "1.0.0").rule(PrivateBuckets.RULE).build());
    }
}
