package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** EMR encrypts data on its way between nodes. */
public final class MapReduceTls {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:emr/securityConfiguration:SecurityConfiguration", "data travels between nodes in plain text",
                    "configuration|json.EncryptionConfiguration.EnableInTransitEncryption",
                    "securityConfiguration|json.EncryptionConfiguration.EnableInTransitEncryption"));

    private MapReduceTls() {}
}
