package dev.tandem.policies.exposure;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** The answer of an instance's metadata service travels one hop, so that containers and proxies cannot pass it on. */
public final class MetadataHops implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = MetadataTokens.TYPES;

    @Override
    public void check(ResourceContext context) {
        Property hops = MetadataTokens.option(context.resource(), "httpPutResponseHopLimit");
        if (hops.integerOr(1) > 1 && !MetadataTokens.option(context.resource(), "httpEndpoint").is("disabled")) {
            Expect.report(context, hops, "the instance's credentials can be had through a proxy or container", "1");
        }
    }
}
