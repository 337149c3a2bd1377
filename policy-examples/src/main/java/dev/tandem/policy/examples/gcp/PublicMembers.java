package dev.tandem.policy.examples.gcp;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import dev.tandem.policy.rule.StackContext;
import java.util.List;
import java.util.Set;

/**
 * Who may read is not said by the bucket, but by other resources that name it. A stack rule sees both: it tells of the
 * bucket that became public, also in a preview, where the bucket's name is not known yet.
 */
final class PublicMembers {

    private static final Set<String> ANYBODY = Set.of("allUsers", "allAuthenticatedUsers");

    static final Rule NO_PUBLIC_BUCKET = Rule.stack("no-public-bucket")
            .summary("Nobody outside of the organisation reads a bucket")
            .fix("Grant the role to a group or a service account")
            .level(EnforcementLevel.MANDATORY)
            .severity(Severity.CRITICAL)
            .control("CIS Google Cloud Platform Foundation Benchmark", "3.0.0", "5.1")
            .checkStack(c -> {
                judge(c, "gcp:storage/bucketIAMMember:BucketIAMMember", "member");
                judge(c, "gcp:storage/bucketIAMBinding:BucketIAMBinding", "members[*]");
            });

    private PublicMembers() {}

    private static void judge(StackContext c, String type, String path) {
        c.each(c.graph().ofType(type), grant -> {
            for (Property member : grant.all(path)) {
                if (ANYBODY.contains(member.stringOr(""))) {
                    report(c, grant, member);
                }
            }
        });
    }

    private static void report(StackContext c, Resource grant, Property member) {
        String says = grant.name() + " gives " + member.stringOr("") + " the role " + grant.get("role").stringOr("(none)");
        List<Resource> buckets = c.graph().referenced(grant, "bucket");
        if (buckets.isEmpty()) {
            c.violation(grant, member, says); // a bucket of another stack
        }
        for (Resource bucket : buckets) {
            c.violation(bucket, bucket.properties(), grant.name(), says);
        }
    }
}
