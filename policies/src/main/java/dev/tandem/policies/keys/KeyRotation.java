package dev.tandem.policies.keys;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** Symmetric keys rotate by themselves once a year. */
public final class KeyRotation implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Property rotation = context.get("enableKeyRotation");
        if (rotation.boolOr(false)) {
            return;
        }
        Property spec = First.of(context.resource(), "customerMasterKeySpec", "keySpec");
        String use = context.get("keyUsage").stringOr("ENCRYPT_DECRYPT");
        if (!spec.stringOr("SYMMETRIC_DEFAULT").equals("SYMMETRIC_DEFAULT") || !use.equals("ENCRYPT_DECRYPT")) {
            context.notApplicable("asymmetric and HMAC keys cannot rotate by themselves");
        } else if (!context.get("customKeyStoreId").isMissing() || context.get("origin").is("EXTERNAL")) {
            context.notApplicable("keys with imported material or in an own key store cannot rotate by themselves");
        } else {
            Expect.report(context, rotation, "the key never changes", "true");
        }
    }
}
