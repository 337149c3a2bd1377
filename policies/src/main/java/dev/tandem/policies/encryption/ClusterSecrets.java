package dev.tandem.policies.encryption;

import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.types.First;

/** Secrets of a Kubernetes cluster are encrypted with a key of its account. */
public final class ClusterSecrets {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            of("aws:eks/cluster:Cluster", "Kubernetes secrets are not encrypted with a key of the account",
                    "an encryptionConfig with resources [\"secrets\"] and a key",
                    p -> p.isUnknown() || p.items().stream().anyMatch(e -> e.isUnknown() || e.at("resources").strings().contains("secrets")
                            && !First.nothing(First.of(e, "provider[0].keyArn", "provider.keyArn"))),
                    "encryptionConfig"));

    private ClusterSecrets() {}
}
