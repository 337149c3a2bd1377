package dev.tandem.policies.exposure;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** A distribution reads a bucket through an identity of its own, so that the bucket can stay closed to all others. */
public final class OriginAccess implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Property origins = First.of(context.resource(), "origins", "distributionConfig.origins");
        context.each(origins.items(), origin -> {
            String name = origin.at("domainName").stringOr("");
            if (!name.matches("(?i).*\\.s3[.-][a-z0-9.-]*amazonaws\\.com.*") || name.contains(".s3-website")) {
                return;
            }
            Property control = origin.at("originAccessControlId");
            Property identity = origin.at("s3OriginConfig[0].originAccessIdentity");
            if (Expect.isBlank(control) && Expect.isBlank(identity)) {
                context.violation(control, "origin::" + name, "reads the bucket " + name + " like everybody: found "
                        + control + ", expected an origin access control, and a bucket policy that names the distribution");
            }
        });
    }
}
