package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Controls.log;
import static dev.tandem.policies.catalogue.Controls.survives;
import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;

import dev.tandem.policies.audit.ObjectEvents;
import dev.tandem.policies.audit.StatementLogs;
import dev.tandem.policies.resilience.Backtrack;
import dev.tandem.policies.resilience.BucketLifecycle;
import dev.tandem.policies.resilience.CopiesTagged;
import dev.tandem.policies.resilience.DiskBackups;
import dev.tandem.policies.resilience.OriginFailover;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** What is stored: how long, with which copies, and who looked at it. */
final class StoredDataRules {

    private StoredDataRules() {}

    static List<Rule> rules() {
        return List.of(
                survives(stackAdvice("s3-lifecycle", Severity.LOW))
                        .says("Buckets say when what they hold goes")
                        .fix("Add a BucketLifecycleConfigurationV2 with the days after which objects go.")
                        .gdpr("Art. 5(1)(e)").iso("A.8.10").fsbp("S3.10", "S3.13")
                        .check(new BucketLifecycle(false)),
                survives(stackAdvice("s3-unfinished-uploads", Severity.LOW))
                        .says("Buckets give up uploads that nobody finishes")
                        .fix("Add an enabled rule without filter that has abortIncompleteMultipartUpload.")
                        .check(new BucketLifecycle(true)),
                survives(advice("copies-tagged", Severity.LOW))
                        .says("Copies of databases and file systems keep their tags")
                        .fix("Set copyTagsToSnapshot (file systems: copyTagsToBackups) to true.")
                        .fsbp("RDS.16", "RDS.17", "Neptune.8", "FSx.1", "FSx.2")
                        .check(CopiesTagged.RULE),
                survives(advice("aurora-backtrack", Severity.LOW))
                        .says("Aurora MySQL can be wound back")
                        .fix("Set backtrackWindow to some hours in seconds, 72 at most; the cluster is replaced.")
                        .fsbp("RDS.14")
                        .check(Backtrack.RULE),
                survives(stackAdvice("disk-backups", Severity.MEDIUM))
                        .says("Volumes have copies")
                        .fix("Add a backup selection with a tag of the volume, or a DLM lifecycle policy.")
                        .fsbp("EC2.28")
                        .check(new DiskBackups()),
                survives(advice("origin-failover", Severity.LOW))
                        .says("Distributions and endpoints of models have another machine to turn to")
                        .fix("Add an origin group with a second origin (endpoints: initialInstanceCount 2).")
                        .fsbp("CloudFront.4", "SageMaker.4")
                        .check(OriginFailover.RULE),
                log(advice("database-statement-logs", Severity.MEDIUM))
                        .says("Databases record who ran which statement")
                        .fix("Export the log that the message names, and set its parameter.")
                        .fsbp("RDS.34", "RDS.36", "RDS.37", "DocumentDB.4", "Neptune.2")
                        .check(StatementLogs.RULE),
                log(advice("cloudtrail-object-events", Severity.LOW))
                        .says("Trails record who read and wrote objects")
                        .fix("Add an advanced selector with eventCategory Data and resources.type AWS::S3::Object.")
                        .cis("3.8", "3.9").fsbp("S3.22", "S3.23")
                        .check(new ObjectEvents(), "aws:cloudtrail/trail:Trail"));
    }
}
