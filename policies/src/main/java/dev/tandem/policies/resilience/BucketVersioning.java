package dev.tandem.policies.resilience;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;

/** Buckets keep earlier versions of their objects, so that a deletion or an overwriting can be undone. */
public final class BucketVersioning implements StackCheck {

    private static final String SIBLING = "aws:s3/bucketVersioning:BucketVersioning";

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType("aws:s3/bucket:Bucket"), bucket -> {
            Link best = Link.NO;
            for (Resource sibling : context.graph().ofType(SIBLING)) {
                Link link = Links.between(sibling, "bucket", bucket);
                if (link == Link.YES) {
                    judge(context, sibling, sibling.get("versioningConfiguration[0].status"));
                    return;
                }
                best = link == Link.MAYBE ? link : best;
            }
            // After the sibling: once the bucket is made, the provider shows here what it was before its sibling came.
            Property inline = Declared.of(bucket, "versioning", "versionings", "versioningConfiguration");
            if (!inline.isMissing()) {
                judge(context, bucket, First.of(inline, "[0].enabled", "[0].status"));
            } else if (best == Link.MAYBE) {
                context.undecided(bucket.properties(), "a versioning exists, for which bucket cannot be told");
            } else {
                context.violation(bucket, "found no versioning for this bucket, expected status Enabled");
            }
        });
    }

    private static void judge(StackContext context, Resource about, Property status) {
        String found = status.stringOr("");
        if (!found.equalsIgnoreCase("true") && !found.equals("Enabled")) {
            context.violation(about, status, "found " + status + ", expected Enabled");
        }
    }
}
