package dev.tandem.policies.transit;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Caches are spoken to over TLS. */
public final class CacheTls implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Expect.on(context, "cached data travels in plain text", "transitEncryptionEnabled");
    }
}
