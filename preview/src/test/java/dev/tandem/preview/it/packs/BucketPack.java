package dev.tandem.preview.it.packs;

import dev.tandem.policy.model.Value;
import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.pack.PackServer;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.Map;

/** Rules about buckets, one for each outcome that a preview must tell apart; served with the policy SDK. */
public final class BucketPack {

    private static final String BUCKET = "aws:s3/bucketV2:BucketV2";

    private BucketPack() {}

    public static void main(String[] args) {
        PackServer.serve(args, Pack.named("buckets", "1.0.0").rule(residency()).rule(owner()).rule(mended())
                .rule(counted()).rule(broken()).rule(copied()).build());
    }

    private static Rule residency() {
        return Rule.resource("bucket-region").on(BUCKET).summary("Buckets are in Frankfurt.")
                .level(EnforcementLevel.MANDATORY).severity(Severity.HIGH).fix("use the provider of eu-central-1")
                .check(c -> {
                    String region = c.resource().provider().orElseThrow().properties().at("region").stringOr("none");
                    if (!region.equals("eu-central-1")) {
                        c.violation(c.get("bucket"), "is in " + region);
                    }
                });
    }

    private static Rule owner() {
        return Rule.resource("bucket-owner").on(BUCKET).summary("Buckets say whose copy they are.")
                .level(EnforcementLevel.ADVISORY)
                .check(c -> c.get("tags.of").string());
    }

    private static Rule mended() {
        return Rule.resource("bucket-mended").on(BUCKET).summary("Buckets carry a mark.")
                .level(EnforcementLevel.REMEDIATE)
                .remediate(c -> Map.of("acl", new Value.Text("private")))
                .check(c -> {
                    if (!c.get("acl").is("private")) {
                        c.violation(c.get("acl"), "was not mended");
                    }
                });
    }

    private static Rule counted() {
        return Rule.stack("bucket-count").summary("At most two buckets.").level(EnforcementLevel.ADVISORY)
                .config("most", Map.of("type", "integer", "default", 2))
                .checkStack(c -> {
                    int buckets = c.graph().ofType(BUCKET).size();
                    long most = c.config().key("most").integerOr(2);
                    if (buckets > most) {
                        c.violation("there are " + buckets + " buckets, at most " + most + " expected");
                    }
                });
    }

    private static Rule broken() {
        return Rule.resource("bucket-broken").on(BUCKET).summary("Fails by itself.").level(EnforcementLevel.DISABLED)
                .check(c -> {
                    throw new IllegalStateException("broken");
                });
    }

    private static Rule copied() {
        return Rule.stack("bucket-copied").summary("Tags are a bucket's own.").level(EnforcementLevel.DISABLED)
                .checkStack(c -> c.graph().ofType(BUCKET).forEach(bucket -> c.graph().referenced(bucket, "tags")
                        .forEach(other -> c.violation(bucket, "takes them from " + other.name()))));
    }
}
