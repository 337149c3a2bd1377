package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.atLeast;
import static dev.tandem.policies.demand.Demand.named;
import static dev.tandem.policies.demand.Demand.on;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;

/** Distributions answer the root with a page, and tell browsers to keep to HTTPS and to mistrust what is embedded. */
public final class EdgeAnswers {

    private static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
    private static final String POLICY = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
    private static final String HEADERS = "browsers get no security headers";
    private static final String EXPECTED = "a response headers policy with Strict-Transport-Security";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            named(DISTRIBUTION, "the root lists what the origin has", "an object such as index.html", "defaultRootObject",
                    "distributionConfig.defaultRootObject"),
            named(DISTRIBUTION, HEADERS, EXPECTED, "defaultCacheBehavior[0].responseHeadersPolicyId",
                    "distributionConfig.defaultCacheBehavior.responseHeadersPolicyId"),
            named(DISTRIBUTION, HEADERS, EXPECTED, "responseHeadersPolicyId").inEach("orderedCacheBehaviors"),
            present(POLICY, "browsers may come back in plain HTTP", "strictTransportSecurity", "securityHeadersConfig[0].strictTransportSecurity",
                    "responseHeadersPolicyConfig.securityHeadersConfig.strictTransportSecurity")
                    .onlyIf(p -> !setsHeaderItself(p)),
            on(POLICY, "the origin's headers weaken the policy's", "override")
                    .inEach("securityHeadersConfig", "strictTransportSecurity"),
            on(POLICY, "browsers may call names below this one in plain HTTP", "includeSubdomains")
                    .inEach("securityHeadersConfig", "strictTransportSecurity"),
            atLeast(POLICY, "browsers forget HTTPS too soon", 31_536_000, 0, "accessControlMaxAgeSec")
                    .inEach("securityHeadersConfig", "strictTransportSecurity"));

    private EdgeAnswers() {}

    private static boolean setsHeaderItself(Property policy) {
        return First.of(policy, "customHeadersConfig[0].items", "responseHeadersPolicyConfig.customHeadersConfig.items").items().stream()
                .anyMatch(header -> header.at("header").stringOr("").equalsIgnoreCase("Strict-Transport-Security"));
    }
}
