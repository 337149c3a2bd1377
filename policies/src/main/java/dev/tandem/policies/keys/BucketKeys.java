package dev.tandem.policies.keys;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;

/**
 * Buckets are under a key of the account. A bucket that load balancers or S3 write their access logs to is left out:
 * both can only write to one with S3's own key.
 */
public final class BucketKeys implements StackCheck {

    private static final String SIBLING =
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType("aws:s3/bucket:Bucket"), bucket -> {
            if (takesAccessLogs(context, bucket)) {
                return;
            }
            for (Resource sibling : context.graph().ofType(SIBLING)) {
                Link link = Links.between(sibling, "bucket", bucket);
                if (link == Link.YES) {
                    judge(context, sibling, sibling.get("rules"));
                    return;
                } else if (link == Link.MAYBE) {
                    context.undecided(sibling.properties(), "encrypts a bucket, which one cannot be told");
                    return;
                }
            }
            Property inline = Declared.of(bucket, "serverSideEncryptionConfiguration",
                    "serverSideEncryptionConfigurations", "bucketEncryption");
            judge(context, bucket, First.of(inline, "[0].rules", "[0].rule", "[0].serverSideEncryptionConfiguration"));
        });
    }

    private static void judge(StackContext context, Resource about, Property rules) {
        Property byDefault = First.of(rules, "[0].applyServerSideEncryptionByDefault",
                "[0].applyServerSideEncryptionByDefaults", "[0].serverSideEncryptionByDefault");
        Property algorithm = byDefault.at("[0].sseAlgorithm");
        if (!algorithm.stringOr("").startsWith("aws:kms")) {
            context.violation(about, algorithm, "found " + algorithm + ", expected aws:kms with a customer key");
        }
    }

    private static boolean takesAccessLogs(StackContext context, Resource bucket) {
        return named(context, "aws:lb/loadBalancer:LoadBalancer", "accessLogs.bucket", bucket)
                || named(context, "aws:elb/loadBalancer:LoadBalancer", "accessLogs.bucket", bucket)
                || named(context, "aws:s3/bucketLogging:BucketLogging", "targetBucket", bucket)
                || named(context, "aws:s3/bucket:Bucket", "logging.targetBucket", bucket);
    }

    private static boolean named(StackContext context, String type, String path, Resource bucket) {
        return context.graph().ofType(type).stream().anyMatch(r -> !r.get(path).isMissing()
                && Links.between(r, path, bucket) != Link.NO);
    }
}
