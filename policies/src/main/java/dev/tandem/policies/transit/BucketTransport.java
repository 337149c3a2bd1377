package dev.tandem.policies.transit;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.ArrayList;
import java.util.List;

/** A bucket's policy, inline or of its own, refuses requests without TLS. */
public final class BucketTransport implements StackCheck {

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType("aws:s3/bucket:Bucket"), bucket -> {
            List<Property> documents = new ArrayList<>();
            boolean maybe = false;
            Property inline = Declared.of(bucket, "policy");
            if (!inline.isMissing()) {
                documents.add(inline);
            }
            for (Resource sibling : context.graph().ofType("aws:s3/bucketPolicy:BucketPolicy")) {
                Link link = Links.between(sibling, "bucket", bucket);
                if (link == Link.YES) {
                    documents.add(First.nothing(sibling.get("policyDocument")) ? sibling.get("policy") : sibling.get("policyDocument"));
                }
                maybe |= link == Link.MAYBE;
            }
            documents.forEach(Property::requireKnown);
            if (documents.stream().anyMatch(SecureTransport::asked)) {
                return;
            }
            if (maybe) {
                context.undecided(bucket.properties(), "a policy exists, for which bucket cannot be told");
            } else {
                context.violation(bucket, "found " + (documents.isEmpty() ? "no policy" : "a policy that takes requests"
                        + " without TLS") + ", expected a statement that denies them (Bool aws:SecureTransport false)");
            }
        });
    }
}
