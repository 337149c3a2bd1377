package dev.tandem.policies.exposure;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/** Every bucket blocks public access in all four ways, by an access block of its own. */
public final class BucketAccessBlock implements StackCheck {

    private static final String BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    private static final String ACCOUNT = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
    private static final List<String> SWITCHES =
            List.of("blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets");

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType(BLOCK), block -> complete(context, block, block.properties()));
        context.each(context.graph().ofType(ACCOUNT), block -> complete(context, block, block.properties()));
        boolean account = !context.graph().ofType(ACCOUNT).isEmpty();
        context.each(context.graph().ofType("aws:s3/bucket:Bucket"), bucket -> {
            Property inline = Declared.of(bucket, "publicAccessBlockConfiguration");
            if (!inline.isMissing()) {
                complete(context, bucket, inline);
            } else if (!account) {
                find(context, bucket);
            }
        });
    }

    private static void find(StackContext context, Resource bucket) {
        Link best = Links.strongest(context.graph().ofType(BLOCK), "bucket", bucket);
        Links.required(context, bucket, best, "found no BucketPublicAccessBlock for this bucket, expected one with all four"
                + " switches on",
                "an access block exists, for which bucket cannot be told");
    }

    private static void complete(StackContext context, Resource about, Property block) {
        List<String> off = SWITCHES.stream().filter(s -> !block.at(s).boolOr(false)).toList();
        if (!off.isEmpty()) {
            context.violation(about, block.at(off.get(0)), "leaves " + String.join(", ", off) + " off, expected all of "
                    + SWITCHES + " on");
        }
    }
}
