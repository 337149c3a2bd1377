package dev.tandem.policies.transit;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Search domains take HTTPS from TLS 1.2 on only, and encrypt between their nodes. */
public final class SearchTls implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Property options = First.of(context.resource(), "domainEndpointOptions");
        context.attempt(() -> {
            Property https = options.at("[0].enforceHttps");
            if (!https.boolOr(false)) {
                Expect.report(context, https, "the domain also answers plain HTTP", "true");
            }
        });
        context.attempt(() -> {
            Property policy = options.at("[0].tlsSecurityPolicy");
            if (!policy.isMissing() && !policy.stringOr("").matches("Policy-Min-TLS-1-2-.*")) {
                Expect.report(context, policy, "the domain accepts TLS 1.0", "Policy-Min-TLS-1-2-PFS-2023-10");
            }
        });
        context.attempt(() -> {
            Property nodes = First.of(
                    context.resource(), "nodeToNodeEncryption[0].enabled", "nodeToNodeEncryptionOptions.enabled");
            if (!nodes.boolOr(false)) {
                Expect.report(context, nodes, "nodes talk in plain text", "true");
            }
        });
    }
}
