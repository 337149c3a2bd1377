package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.encryption.Buckets;
import dev.tandem.policies.encryption.Databases;
import dev.tandem.policies.encryption.FileSystems;
import dev.tandem.policies.encryption.LogGroups;
import dev.tandem.policies.encryption.Queues;
import dev.tandem.policies.encryption.Repositories;
import dev.tandem.policies.encryption.Secrets;
import dev.tandem.policies.encryption.Tables;
import dev.tandem.policies.encryption.Topics;
import dev.tandem.policies.encryption.Trails;
import dev.tandem.policies.encryption.Volumes;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Encryption at rest, one rule per family of services. */
final class EncryptionRules {

    private EncryptionRules() {}

    static List<Rule> rules() {
        return List.of(
                atRest(stackMust("encryption-at-rest-s3", Severity.HIGH))
                        .says("Buckets declare their encryption")
                        .fix("Add a BucketServerSideEncryptionConfigurationV2 for the bucket with sseAlgorithm aws:kms"
                                + " and the region's key.")
                        .fsbp("S3.17")
                        .flag("requireCustomerKey", "whether AES256 or aws:kms without a key is a violation")
                        .check(new Buckets()),
                atRest(must("encryption-at-rest-logs", Severity.MEDIUM))
                        .says("Log groups are encrypted with a customer key")
                        .fix("Set kmsKeyId to a key whose policy lets logs.<region>.amazonaws.com use it.")
                        .check(new LogGroups(), "aws:cloudwatch/logGroup:LogGroup"),
                atRest(must("encryption-at-rest-ecr", Severity.MEDIUM))
                        .says("Image repositories are encrypted with KMS")
                        .fix("Set encryptionConfigurations to encryptionType KMS and the region's key; the repository"
                                + " is replaced, since ECR cannot change it.")
                        .fsbp("ECR.5")
                        .check(new Repositories(), "aws:ecr/repository:Repository",
                                "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate"),
                atRest(must("encryption-at-rest-sqs", Severity.MEDIUM))
                        .says("Queues declare their encryption")
                        .fix("Set kmsMasterKeyId to the region's key, or sqsManagedSseEnabled to true.")
                        .fsbp("SQS.1")
                        .check(new Queues(), "aws:sqs/queue:Queue"),
                atRest(must("encryption-at-rest-sns", Severity.MEDIUM))
                        .says("Topics are encrypted with KMS")
                        .fix("Set kmsMasterKeyId to the region's key.")
                        .check(new Topics(), "aws:sns/topic:Topic"),
                atRest(must("encryption-at-rest-dynamodb", Severity.MEDIUM))
                        .says("DynamoDB tables and DAX clusters are encrypted with a key of this account")
                        .fix("Set serverSideEncryption.enabled to true and kmsKeyArn to the region's key.")
                        .fsbp("DynamoDB.3")
                        .check(new Tables(), Tables.TYPES),
                atRest(must("encryption-at-rest-secrets", Severity.HIGH))
                        .says("Secrets are encrypted with a customer key")
                        .fix("Set kmsKeyId to the region's key, and kmsKeyId of each replica to that region's key.")
                        .check(new Secrets(), "aws:secretsmanager/secret:Secret"),
                atRest(must("encryption-at-rest-ebs", Severity.HIGH))
                        .says("Block storage is encrypted")
                        .fix("Set encrypted to true and kmsKeyId to the region's key, on each disk.")
                        .cis("2.2.1").fsbp("EC2.3", "EC2.7")
                        .check(new Volumes(), Volumes.TYPES),
                atRest(must("encryption-at-rest-efs", Severity.HIGH))
                        .says("File systems are encrypted")
                        .fix("Set encrypted to true; an existing file system is replaced.")
                        .cis("2.4.1").fsbp("EFS.1")
                        .check(new FileSystems(), FileSystems.TYPES),
                atRest(must("encryption-at-rest-rds", Severity.HIGH))
                        .says("Databases are encrypted")
                        .fix("Set storageEncrypted (Redshift: encrypted) to true; an existing database is restored"
                                + " from an encrypted copy of its snapshot.")
                        .cis("2.3.1").fsbp("RDS.3", "Redshift.10")
                        .check(new Databases(), Databases.TYPES),
                atRest(must("encryption-at-rest-cloudtrail", Severity.MEDIUM))
                        .says("Audit records are encrypted with a customer key")
                        .fix("Set kmsKeyId to a key whose policy lets cloudtrail.amazonaws.com generate data keys.")
                        .cis("3.5").fsbp("CloudTrail.2")
                        .check(new Trails(), Trails.TYPES));
    }

    private static Entry atRest(Entry entry) {
        return entry.gdpr("Art. 32(1)(a)").nis2("Art. 21(2)(h)").iso("A.8.24");
    }
}
