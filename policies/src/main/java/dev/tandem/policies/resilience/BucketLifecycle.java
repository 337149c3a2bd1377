package dev.tandem.policies.resilience;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/**
 * Buckets say when what they hold goes, and give up uploads that nobody finished: their parts cost, and no listing shows them.
 * Two rules: a bucket without any lifecycle is left to the first one.
 */
public final class BucketLifecycle implements StackCheck {

    private static final String SIBLING = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

    private final boolean uploads;

    /** @param uploads whether unfinished uploads are asked for, or any lifecycle */
    public BucketLifecycle(boolean uploads) {
        this.uploads = uploads;
    }

    @Override
    public void check(StackContext context) {
        List<Resource> siblings = context.graph().ofType(SIBLING);
        if (uploads) {
            context.each(siblings, one -> judge(context, one, one.get("rules")));
        }
        context.each(context.graph().ofType("aws:s3/bucket:Bucket"), bucket -> {
            Property own = Declared.of(bucket, "lifecycleRules", "lifecycleConfiguration");
            Property rules = First.of(own, "[0].rules").isMissing() ? own : own.at("[0].rules");
            if (uploads && !own.isMissing()) {
                judge(context, bucket, rules);
            } else if (!uploads && own.isMissing()) {
                find(context, bucket, siblings);
            }
        });
    }

    private static void find(StackContext context, Resource bucket, List<Resource> siblings) {
        Link best = Links.strongest(siblings, "bucket", bucket);
        Links.required(context, bucket, best, "what it holds is kept, and paid for, for ever: found no lifecycle of this bucket, expected"
                + " a BucketLifecycleConfigurationV2",
                "a lifecycle exists, of which bucket cannot be told");
    }

    private static void judge(StackContext context, Resource about, Property rules) {
        boolean gives = false;
        for (Property rule : rules.requireKnown().items()) {
            gives |= on(rule) && wholeBucket(rule) && First.of(rule, "abortIncompleteMultipartUpload[0].daysAfterInitiation",
                    "abortIncompleteMultipartUploadDays").integerOr(0) > 0;
        }
        if (!gives) {
            context.violation(about, rules, "parts of uploads that nobody finishes stay, and are paid for: found no enabled rule for"
                    + " the whole bucket that gives them up, expected abortIncompleteMultipartUpload with daysAfterInitiation");
        }
    }

    private static boolean on(Property rule) {
        return rule.at("status").is("Enabled") || rule.at("enabled").boolOr(false);
    }

    private static boolean wholeBucket(Property rule) {
        return List.of("prefix", "filter[0].prefix", "filter[0].tag", "filter[0].and", "tagFilters", "filter[0].objectSizeGreaterThan",
                "filter[0].objectSizeLessThan").stream().allMatch(path -> First.nothing(rule.at(path).requireKnown()));
    }
}
