package dev.tandem.policies.keys;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;
import java.util.Map;

/**
 * Buckets are under a key of the account. A bucket that load balancers or S3 write their access logs to is left out:
 * both can only write to one with S3's own key.
 */
public final class BucketKeys implements StackCheck {

    private static final String SIBLING =
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

    /** What writes access logs, and where each says into which bucket. */
    private static final Map<String, List<String>> LOGS = Map.of(
            "aws:lb/loadBalancer:LoadBalancer", List.of("accessLogs[0].bucket"),
            "aws:elb/loadBalancer:LoadBalancer", List.of("accessLogs[0].bucket"),
            "aws:s3/bucketLogging:BucketLogging", List.of("targetBucket"),
            "aws:s3/bucket:Bucket", List.of("logging[0].targetBucket", "loggings[0].targetBucket"));

    @Override
    public void check(StackContext context) {
        List<Resource> logging = LOGS.entrySet().stream()
                .flatMap(e -> context.graph().ofType(e.getKey()).stream()
                        .filter(r -> e.getValue().stream().anyMatch(path -> says(r, path))))
                .toList();
        context.each(context.graph().ofType("aws:s3/bucket:Bucket"), bucket -> {
            if (takesAccessLogs(context, logging, bucket)) {
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

    private static boolean takesAccessLogs(StackContext context, List<Resource> logging, Resource bucket) {
        return logging.stream().anyMatch(r -> LOGS.get(context.graph().typeOf(r)).stream()
                .anyMatch(path -> says(r, path) && Links.between(r, path, bucket) != Link.NO));
    }

    private static boolean says(Resource r, String path) {
        return !Declared.of(r, path.replaceAll("\\[.*", "")).isMissing() && !First.nothing(r.get(path));
    }
}
