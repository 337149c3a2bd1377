package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.must;

import dev.tandem.policies.encryption.AthenaResults;
import dev.tandem.policies.encryption.Builds;
import dev.tandem.policies.encryption.ClusterSecrets;
import dev.tandem.policies.encryption.Copies;
import dev.tandem.policies.encryption.Desktops;
import dev.tandem.policies.encryption.GlueData;
import dev.tandem.policies.encryption.MapReduce;
import dev.tandem.policies.encryption.Parameters;
import dev.tandem.policies.encryption.Sessions;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Encryption at rest of services around an application: analysis, builds, desktops, clusters, sessions. */
final class AtRestRules {

    private AtRestRules() {}

    static List<Rule> rules() {
        return List.of(
                atRest(must("encryption-at-rest-athena", Severity.MEDIUM))
                        .says("Query results are encrypted")
                        .fix("Set encryptionConfiguration under resultConfiguration, and enforceWorkgroupConfiguration"
                                + " to true.")
                        .check(AthenaResults.RULE),
                atRest(must("encryption-at-rest-glue", Severity.MEDIUM))
                        .says("Glue encrypts its catalogue, connections, logs and results")
                        .fix("Make a SecurityConfiguration with SSE-KMS, and name it in each job, crawler and endpoint.")
                        .check(GlueData.RULE),
                atRest(must("encryption-at-rest-emr", Severity.HIGH))
                        .says("EMR encrypts S3 and local disks")
                        .fix("Set EnableAtRestEncryption to true, with LocalDiskEncryptionConfiguration.")
                        .check(MapReduce.RULE),
                atRest(must("encryption-at-rest-builds", Severity.MEDIUM))
                        .says("Artifacts, reports and logs of builds are encrypted")
                        .fix("Leave encryptionDisabled out, or set it to false.")
                        .fsbp("CodeBuild.3")
                        .check(Builds.RULE),
                atRest(must("encryption-at-rest-workspaces", Severity.MEDIUM))
                        .says("Volumes of virtual desktops are encrypted")
                        .fix("Set rootVolumeEncryptionEnabled and userVolumeEncryptionEnabled to true.")
                        .fsbp("WorkSpaces.1", "WorkSpaces.2")
                        .check(Desktops.RULE),
                atRest(must("encryption-at-rest-eks", Severity.HIGH))
                        .says("Kubernetes secrets are encrypted with a key of the account")
                        .fix("Set encryptionConfig with resources [\"secrets\"] and the region's key.")
                        .fsbp("EKS.3")
                        .check(ClusterSecrets.RULE),
                atRest(advice("encryption-at-rest-parameters", Severity.LOW))
                        .says("Parameters are kept as SecureString")
                        .fix("Set type to SecureString and keyId to the region's key, if the value is not public.")
                        .check(Parameters.RULE),
                atRest(must("encryption-at-rest-sessions", Severity.MEDIUM))
                        .says("Sessions with containers and machines are encrypted, and so is their record")
                        .fix("Set kmsKeyId of the executeCommandConfiguration (kmsKeyId of the session document), and the"
                                + " encryption of its log group or bucket.")
                        .check(Sessions.RULE),
                atRest(must("encryption-at-rest-copies", Severity.HIGH))
                        .says("Copies of snapshots and disks of images are encrypted")
                        .fix("Set encrypted to true and cmkArn to a key of the target region.")
                        .fsbp("EC2.3")
                        .check(Copies.RULE));
    }

    private static Entry atRest(Entry entry) {
        return entry.gdpr("Art. 32(1)(a)").nis2("Art. 21(2)(h)").iso("A.8.24");
    }
}
