package dev.tandem.policies.encryption;

import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Copies of snapshots and the disks of images are encrypted. */
public final class Copies {

    private static final String SNAPSHOT = "the snapshot is not encrypted, since what it was made from is not";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:dlm/lifecyclePolicy:LifecyclePolicy", "copies in another region are not encrypted", "encrypted")
                    .inEach("policyDetails", "schedules", "crossRegionCopyRules"),
            on("aws:dlm/lifecyclePolicy:LifecyclePolicy", "copies in another region are not encrypted",
                    "encryptionConfiguration[0].encrypted").inEach("policyDetails", "action", "crossRegionCopies"),
            notOff("aws:rds/snapshot:Snapshot", SNAPSHOT, "encrypted"),
            notOff("aws:rds/clusterSnapshot:ClusterSnapshot", SNAPSHOT, "storageEncrypted"),
            notOff("aws:docdb/clusterSnapshot:ClusterSnapshot", SNAPSHOT, "storageEncrypted"),
            notOff("aws:neptune/clusterSnapshot:ClusterSnapshot", SNAPSHOT, "storageEncrypted"),
            on("aws:ec2/ami:Ami", "a disk of the image is not encrypted", "encrypted")
                    .inEach("ebsBlockDevices").unlessSaid("snapshotId"),
            notOff("aws:imagebuilder/imageRecipe:ImageRecipe", "a disk of the image is not encrypted", "ebs[0].encrypted")
                    .inEach("blockDeviceMappings").whenSaid("ebs[0].encrypted"));

    private Copies() {}
}
