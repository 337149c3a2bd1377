package dev.tandem.policies.resilience;

import dev.tandem.policies.encryption.Buckets;
import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;
import java.util.Map;

/**
 * Buckets with data that cannot be made again have a copy in the other allowed region. Buckets that take logs are left out:
 * what they hold is short-lived, or kept by whoever reads it.
 */
public final class BucketCopies implements StackCheck {

    private static final List<String> CONFIGS = List.of("aws:s3/bucketReplicationConfig:BucketReplicationConfig",
            "aws:s3/bucketReplicationConfiguration:BucketReplicationConfiguration");
    /** What writes logs, and where each says into which bucket. */
    private static final Map<String, String> LOGS = Map.of(
            "aws:lb/loadBalancer:LoadBalancer", "accessLogs[0].bucket", "aws:s3/bucketLogging:BucketLogging", "targetBucket",
            "aws:cloudtrail/trail:Trail", "s3BucketName", "aws:ec2/flowLog:FlowLog", "logDestination");

    @Override
    public void check(StackContext context) {
        List<Resource> configs = CONFIGS.stream().flatMap(type -> context.graph().ofType(type).stream()).toList();
        List<Resource> targets = context.graph().ofType("aws:s3/bucket:Bucket");
        context.each(targets, bucket -> {
            boolean inline = !Declared.of(bucket, "replicationConfiguration", "replicationConfigurations").isMissing();
            Link source = Links.strongest(configs, "bucket", bucket);
            Link copy = Links.strongest(configs, "rules[0].destination.bucket", bucket);
            boolean logs = LOGS.entrySet().stream().anyMatch(e -> context.graph().ofType(e.getKey()).stream()
                    .anyMatch(r -> !r.get(e.getValue()).isMissing() && Links.between(r, e.getValue(), bucket) != Link.NO));
            if (inline || logs || source == Link.YES || copy == Link.YES) {
                return;
            }
            if (source == Link.NO && copy == Link.NO) {
                context.violation(bucket, "what is lost with the region is lost: found no replication of the bucket, expected one"
                        + " into another allowed region");
            } else {
                context.undecided(bucket.properties(), "a replication exists, of which bucket cannot be told");
            }
        });
    }
}
