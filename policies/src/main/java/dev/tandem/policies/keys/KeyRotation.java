package dev.tandem.policies.keys;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.Remediation;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Symmetric keys rotate by themselves once a year. Switching that on changes no key in use, so it may be mended. */
public final class KeyRotation implements ResourceCheck, Remediation {

    @Override
    public void check(ResourceContext context) {
        Property rotation = context.get("enableKeyRotation");
        if (rotation.boolOr(false)) {
            return;
        }
        Optional<String> cannot = cannotRotate(context);
        if (cannot.isPresent()) {
            context.notApplicable(cannot.get());
        } else {
            Expect.report(context, rotation, "the key never changes", "true");
        }
    }

    @Override
    public Map<String, Value> remediate(ResourceContext context) {
        boolean rotates = context.get("enableKeyRotation").boolOr(false);
        return rotates || cannotRotate(context).isPresent() ? Map.of() : Map.of("enableKeyRotation", new Value.Bool(true));
    }

    private static Optional<String> cannotRotate(ResourceContext context) {
        Property spec = First.of(context.resource(), "customerMasterKeySpec", "keySpec");
        String use = context.get("keyUsage").stringOr("");
        if (!Set.of("", "SYMMETRIC_DEFAULT").contains(spec.stringOr("")) || !Set.of("", "ENCRYPT_DECRYPT").contains(use)) {
            return Optional.of("asymmetric and HMAC keys cannot rotate by themselves");
        }
        return !First.nothing(context.get("customKeyStoreId")) || context.get("origin").is("EXTERNAL")
                ? Optional.of("keys with imported material or in an own key store cannot rotate by themselves")
                : Optional.empty();
    }
}
