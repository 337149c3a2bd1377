package dev.tandem.policies.keys;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;

/** A key says who may use it: without a policy of its own every principal of the account whose own policy allows it may. */
public final class KeyPolicySaid implements StackCheck {

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType("aws:kms/key:Key"), key -> {
            if (!Declared.of(key, "policy", "keyPolicy").isMissing()) {
                return;
            }
            Link best = Links.strongest(context.graph().ofType("aws:kms/keyPolicy:KeyPolicy"), "keyId", key);
            if (best == Link.NO) {
                context.violation(key, key.get("policy"), "found no policy of the key, expected one that names who administers"
                        + " it and who uses it");
            } else if (best == Link.MAYBE) {
                context.undecided(key.properties(), "a key policy exists, for which key cannot be told");
            }
        });
    }
}
