package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Controls.survives;
import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.resilience.CacheZones;
import dev.tandem.policies.resilience.ComputeZones;
import dev.tandem.policies.resilience.CrossZone;
import dev.tandem.policies.resilience.DatabaseZones;
import dev.tandem.policies.resilience.DeadLetters;
import dev.tandem.policies.resilience.EcsCapacity;
import dev.tandem.policies.resilience.FailoverRecords;
import dev.tandem.policies.resilience.FinalSnapshot;
import dev.tandem.policies.resilience.FunctionDeadLetters;
import dev.tandem.policies.resilience.MoreDeletionProtection;
import dev.tandem.policies.resilience.RecoveryTime;
import dev.tandem.policies.resilience.SearchZones;
import dev.tandem.policies.resilience.TablesRestorable;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** What survives the loss of a zone, a region, a message or a machine. */
final class AvailabilityRules {

    private AvailabilityRules() {}

    static List<Rule> rules() {
        return List.of(
                survives(advice("multi-zone-database", Severity.MEDIUM))
                        .says("Databases, brokers and file systems survive the loss of a zone")
                        .fix("Set multiAz (brokers: deploymentMode, file systems: deploymentType) to more than one zone.")
                        .fsbp("RDS.5")
                        .check(DatabaseZones.RULE),
                survives(advice("multi-zone-cache", Severity.MEDIUM))
                        .says("Caches survive the loss of a zone")
                        .fix("Set automaticFailoverEnabled and multiAzEnabled to true, with a replica.")
                        .fsbp("ElastiCache.3")
                        .check(CacheZones.RULE),
                survives(advice("multi-zone-search", Severity.MEDIUM))
                        .says("Search domains survive the loss of a zone")
                        .fix("Set zoneAwarenessEnabled, and three dedicated masters.")
                        .fsbp("ES.6", "ES.7", "Opensearch.6", "Opensearch.11")
                        .check(SearchZones.RULE),
                survives(advice("multi-zone-compute", Severity.MEDIUM))
                        .says("Load balancers, services and functions are in two zones or more")
                        .fix("Name subnets of two availability zones.")
                        .fsbp("ELB.10", "ELB.13", "AutoScaling.2", "Lambda.5")
                        .check(ComputeZones.RULE),
                survives(advice("cross-zone-balancing", Severity.LOW))
                        .says("Load balancers spread requests over the zones evenly")
                        .fix("Set enableCrossZoneLoadBalancing (classic: crossZoneLoadBalancing) to true.")
                        .fsbp("ELB.9")
                        .check(CrossZone.RULE),
                survives(advice("database-final-snapshot", Severity.MEDIUM))
                        .says("Deleting a database or a file system leaves a last copy")
                        .fix("Leave skipFinalSnapshot (FSx: skipFinalBackup) out and set finalSnapshotIdentifier.")
                        .check(FinalSnapshot.RULE),
                survives(advice("deletion-protection-data", Severity.MEDIUM))
                        .says("Tables, ledgers and firewalls refuse to be deleted")
                        .fix("Set deletionProtectionEnabled (firewalls: deleteProtection) to true.")
                        .fsbp("DynamoDB.6", "NetworkFirewall.9")
                        .check(MoreDeletionProtection.RULE),
                survives(must("replica-point-in-time-recovery", Severity.MEDIUM))
                        .says("Replicas of tables and Keyspaces' tables can be restored to any second")
                        .fix("Set pointInTimeRecovery of each replica to true (Keyspaces: status ENABLED).")
                        .fsbp("DynamoDB.2")
                        .check(TablesRestorable.RULE),
                survives(advice("delivery-dead-letters", Severity.LOW))
                        .says("What cannot be delivered goes to a dead letter queue")
                        .fix("Set redrivePolicy (targets: deadLetterConfig) to a queue with an alarm.")
                        .check(DeadLetters.RULE),
                survives(stackAdvice("lambda-dead-letters", Severity.LOW))
                        .says("Events that a function fails on are kept")
                        .fix("Set deadLetterConfig.targetArn, or a FunctionEventInvokeConfig with onFailure.")
                        .check(new FunctionDeadLetters()),
                survives(must("spot-not-alone", Severity.HIGH))
                        .says("A critical service keeps a task that is not on Spot")
                        .fix("Give FARGATE a base of 1 beside FARGATE_SPOT.")
                        .check(EcsCapacity.RULE),
                survives(must("failover-health-check", Severity.HIGH))
                        .says("Records that others take over from have a health check")
                        .fix("Set healthCheckId, or evaluateTargetHealth of an alias.")
                        .check(new FailoverRecords(), "aws:route53/record:Record"),
                survives(stackMust("recovery-time", Severity.HIGH))
                        .says("Callers are elsewhere within 15 minutes of a failure")
                        .fix("Lower requestInterval, failureThreshold or ttl.")
                        .text("recoverySeconds", "seconds within which callers must have moved; by default 900")
                        .check(new RecoveryTime()));
    }
}
