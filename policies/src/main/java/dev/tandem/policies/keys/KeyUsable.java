package dev.tandem.policies.keys;

import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.off;

import dev.tandem.policies.demand.Demands;

/** A key is usable, and its deletion leaves a week or more to notice. */
public final class KeyUsable {

    private static final String KEY = "aws:kms/key:Key";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            notOff(KEY, "what is encrypted with the key cannot be read", "isEnabled", "enabled"),
            notOff("aws:kms/replicaKey:ReplicaKey", "what is encrypted with the key cannot be read", "enabled"),
            notOff("aws:kms/externalKey:ExternalKey", "what is encrypted with the key cannot be read", "enabled"),
            off(KEY, "a policy that nobody can change any more may be set", "bypassPolicyLockoutSafetyCheck"));

    private KeyUsable() {}
}
