package dev.tandem.policies.exposure;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Locale;
import java.util.Set;

/** No access list gives a bucket or an object to everybody, or to everybody with an AWS account. */
public final class BucketAcl implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:s3/bucket:Bucket", "aws:s3/bucketAcl:BucketAcl", "aws:s3/bucketObject:BucketObject",
        "aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/objectCopy:ObjectCopy",
    };

    private static final Set<String> PUBLIC = Set.of(
            "public-read", "public-read-write", "authenticated-read", "publicread", "publicreadwrite", "authenticatedread",
            "website");

    @Override
    public void check(ResourceContext context) {
        context.attempt(() -> {
            Property acl = First.of(context.resource(), "acl", "accessControl");
            if (PUBLIC.contains(acl.stringOr("").toLowerCase(Locale.ROOT))) {
                context.violation(acl, "acl", "found " + acl + ", expected private");
            }
        });
        Property grants = First.of(context.resource(), "accessControlPolicy[0].grants", "grants");
        context.attempt(() -> context.each(grants.items(), grant -> {
            Property group = First.of(grant, "grantee[0].uri", "uri");
            String uri = group.stringOr("");
            if (uri.endsWith("/global/AllUsers") || uri.endsWith("/global/AuthenticatedUsers")) {
                context.violation(group, "grant::" + uri.replaceAll(".*/", ""), "grants access to everybody: found "
                        + uri + ", expected a canonical user or none");
            }
        }));
    }
}
