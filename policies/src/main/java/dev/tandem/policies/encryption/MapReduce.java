package dev.tandem.policies.encryption;

import static dev.tandem.policies.demand.Demand.on;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;

/** EMR encrypts what lies in S3 and on local disks. */
public final class MapReduce {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:emr/securityConfiguration:SecurityConfiguration", "data at rest is not encrypted",
                    "configuration|json.EncryptionConfiguration.EnableAtRestEncryption",
                    "securityConfiguration|json.EncryptionConfiguration.EnableAtRestEncryption"),
            present("aws:emr/securityConfiguration:SecurityConfiguration", "local disks are not encrypted",
                    "a LocalDiskEncryptionConfiguration",
                    "configuration|json.EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration",
                    "securityConfiguration|json.EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration"));

    private MapReduce() {}
}
