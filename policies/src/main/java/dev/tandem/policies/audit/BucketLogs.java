package dev.tandem.policies.audit;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/** Buckets log who asked for what, into a bucket that is made for that. */
public final class BucketLogs implements StackCheck {

    private static final String BUCKET = "aws:s3/bucket:Bucket";
    private static final List<String> INLINE = List.of("logging[0].targetBucket", "loggings[0].targetBucket",
            "loggingConfiguration.destinationBucketName");
    private static final String BALANCER = "accessLogs[0].bucket";
    private static final String LOGGING = "aws:s3/bucketLogging:BucketLogging";

    @Override
    public void check(StackContext context) {
        // Looked up once: the question is asked for every bucket of the stack.
        List<Resource> logging = context.graph().ofType(BUCKET).stream()
                .filter(r -> INLINE.stream().anyMatch(path -> says(r, path))).toList();
        context.each(context.graph().ofType(BUCKET), bucket -> {
            boolean inline = !Declared.of(bucket, "loggings", "logging", "loggingConfiguration").isMissing();
            if (inline || takesLogs(context, logging, bucket)) {
                return;
            }
            Link best = Links.strongest(context.graph().ofType(LOGGING), "bucket", bucket);
            Links.required(context, bucket, best, "found no access logging for this bucket, expected a BucketLogging with a"
                    + " target bucket",
                    "an access logging exists, for which bucket cannot be told");
        });
    }

    /** A bucket for logs does not log into itself. */
    private static boolean takesLogs(StackContext context, List<Resource> buckets, Resource bucket) {
        return context.graph().ofType(LOGGING).stream()
                        .anyMatch(r -> Links.between(r, "targetBucket", bucket) != Link.NO)
                || context.graph().ofType("aws:lb/loadBalancer:LoadBalancer").stream()
                        .anyMatch(r -> says(r, BALANCER) && Links.between(r, BALANCER, bucket) != Link.NO)
                || buckets.stream().anyMatch(r -> r != bucket && INLINE.stream()
                        .anyMatch(path -> says(r, path) && Links.between(r, path, bucket) != Link.NO));
    }

    private static boolean says(Resource one, String path) {
        return !Declared.of(one, path.replaceAll("\\[.*", "")).isMissing() && !First.nothing(one.get(path));
    }
}
