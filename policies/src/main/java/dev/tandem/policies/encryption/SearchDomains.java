package dev.tandem.policies.encryption;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Search domains are encrypted at rest. */
public final class SearchDomains implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {"aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"};

    @Override
    public void check(ResourceContext context) {
        Property enabled = First.of(
                context.resource(), "encryptAtRest[0].enabled", "encryptionAtRestOptions.enabled");
        if (!enabled.boolOr(false)) {
            Expect.report(context, enabled, "indices are not encrypted at rest", "true");
        }
    }
}
