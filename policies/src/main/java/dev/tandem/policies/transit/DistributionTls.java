package dev.tandem.policies.transit;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Set;

/** CloudFront serves HTTPS only, with TLS 1.2 or newer where the certificate is its own. */
public final class DistributionTls implements ResourceCheck {

    private static final Set<String> SECURE = Set.of("https-only", "redirect-to-https");

    @Override
    public void check(ResourceContext context) {
        Property root = First.of(context.resource(), "distributionConfig");
        Property from = root.isMissing() ? context.resource().properties() : root;
        context.attempt(() -> behaviour(context, from.at("defaultCacheBehavior[0].viewerProtocolPolicy"), "default"));
        Property more = First.of(from, "orderedCacheBehaviors", "cacheBehaviors");
        context.attempt(() -> context.each(more.items(),
                b -> behaviour(context, b.key("viewerProtocolPolicy"), b.key("pathPattern").stringOr(""))));
        context.attempt(() -> {
            Property certificate = from.at("viewerCertificate[0]");
            Property minimum = certificate.at("minimumProtocolVersion");
            boolean shared = certificate.at("cloudfrontDefaultCertificate").boolOr(false);
            if (!shared && !certificate.isMissing() && !minimum.stringOr("TLSv1").matches("TLSv1\\.[23]_.*")) {
                Expect.report(context, minimum, "old TLS versions are accepted", "TLSv1.2_2021");
            }
        });
    }

    private static void behaviour(ResourceContext context, Property policy, String which) {
        if (!SECURE.contains(policy.stringOr("allow-all"))) {
            context.violation(policy, "behaviour::" + which, "the behaviour " + which + " serves plain HTTP: found "
                    + policy + ", expected redirect-to-https or https-only");
        }
    }
}
