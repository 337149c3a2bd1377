package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.resilience.BucketVersioning;
import dev.tandem.policies.resilience.DatabaseBackups;
import dev.tandem.policies.resilience.DeletionProtection;
import dev.tandem.policies.resilience.DiscoveryTtl;
import dev.tandem.policies.resilience.PointInTimeRecovery;
import dev.tandem.policies.resilience.QueueDeadLetters;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** What survives a mistake, and how fast the rest notices. */
final class ResilienceRules {

    private ResilienceRules() {}

    static List<Rule> rules() {
        return List.of(
                survives(must("dynamodb-point-in-time-recovery", Severity.HIGH))
                        .says("Tables can be restored to any second")
                        .fix("Set pointInTimeRecovery.enabled to true.")
                        .fsbp("DynamoDB.2")
                        .check(new PointInTimeRecovery(), "aws:dynamodb/table:Table"),
                survives(must("deletion-protection", Severity.MEDIUM))
                        .says("Load balancers and databases refuse to be deleted")
                        .fix("Set deletionProtection (load balancers: enableDeletionProtection) to true.")
                        .fsbp("ELB.6", "RDS.7", "RDS.8")
                        .check(new DeletionProtection(), DeletionProtection.TYPES),
                survives(must("database-backups", Severity.HIGH))
                        .says("Databases and caches have backups")
                        .fix("Set backupRetentionPeriod (caches: snapshotRetentionLimit) to 7 or more.")
                        .fsbp("RDS.11", "ElastiCache.1")
                        .check(DatabaseBackups.ON),
                survives(advice("database-backups-week", Severity.MEDIUM))
                        .says("Databases keep backups for a week or more")
                        .fix("Set backupRetentionPeriod to 7 or more.")
                        .fsbp("RDS.11", "DocumentDB.2", "Neptune.5", "Redshift.3")
                        .check(DatabaseBackups.WEEKLONG),
                survives(stackMust("sqs-dead-letter-queue", Severity.MEDIUM))
                        .says("Queues have a dead letter queue")
                        .fix("Set redrivePolicy with deadLetterTargetArn and a maxReceiveCount, and an alarm on the dead"
                                + " letter queue.")
                        .check(new QueueDeadLetters()),
                survives(stackAdvice("s3-versioning", Severity.MEDIUM))
                        .says("Buckets keep earlier versions")
                        .fix("Add a BucketVersioningV2 with status Enabled, and a lifecycle rule that ends old versions.")
                        .check(new BucketVersioning()),
                survives(must("discovery-ttl", Severity.LOW))
                        .says("Names of services are cached for 5 to 10 seconds")
                        .fix("Set ttl of each DNS record to a number from 5 to 10.")
                        .check(new DiscoveryTtl(), "aws:servicediscovery/service:Service"));
    }

    private static Entry survives(Entry entry) {
        return entry.gdpr("Art. 32(1)(b)", "Art. 32(1)(c)").nis2("Art. 21(2)(c)").iso("A.8.13", "A.8.14");
    }
}
