package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.audit.BucketLogs;
import dev.tandem.policies.audit.FlowLogs;
import dev.tandem.policies.audit.LoadBalancerLogs;
import dev.tandem.policies.audit.LogRetention;
import dev.tandem.policies.audit.TrailMultiRegion;
import dev.tandem.policies.audit.TrailRecords;
import dev.tandem.policies.audit.TrailValidated;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** What is recorded, and whether the record can be trusted. */
final class AuditRules {

    private static final String TRAIL = "aws:cloudtrail/trail:Trail";

    private AuditRules() {}

    static List<Rule> rules() {
        return List.of(
                audit(must("cloudtrail-multi-region", Severity.HIGH))
                        .says("CloudTrail records every region")
                        .fix("Set isMultiRegionTrail to true.")
                        .cis("3.1").fsbp("CloudTrail.1")
                        .check(new TrailMultiRegion(), TrailMultiRegion.TYPES),
                audit(must("cloudtrail-log-validation", Severity.HIGH))
                        .says("CloudTrail signs its log files")
                        .fix("Set enableLogFileValidation to true.")
                        .cis("3.2").fsbp("CloudTrail.4")
                        .check(new TrailValidated(), TRAIL),
                audit(must("cloudtrail-records-everything", Severity.HIGH))
                        .says("CloudTrail is on and leaves no management events out")
                        .fix("Leave enableLogging and includeGlobalServiceEvents on, and readWriteType at All.")
                        .cis("3.1").fsbp("CloudTrail.3")
                        .check(new TrailRecords(), TRAIL),
                audit(stackMust("vpc-flow-logs", Severity.MEDIUM))
                        .says("Networks record who talked to whom")
                        .fix("Add a FlowLog for the VPC.")
                        .cis("3.7").fsbp("EC2.6")
                        .check(new FlowLogs()),
                audit(must("lb-access-logs", Severity.MEDIUM))
                        .says("Load balancers write access logs")
                        .fix("Set accessLogs with a bucket and enabled = true.")
                        .fsbp("ELB.5")
                        .check(new LoadBalancerLogs(), LoadBalancerLogs.TYPES),
                audit(stackAdvice("s3-access-logs", Severity.LOW))
                        .says("Buckets log access")
                        .fix("Add a BucketLoggingV2 with a target bucket.")
                        .cis("3.4").fsbp("S3.9")
                        .check(new BucketLogs()),
                must("log-retention", Severity.MEDIUM)
                        .says("Log groups say how long they keep events")
                        .fix("Set retentionInDays.")
                        .gdpr("Art. 5(1)(e)").iso("A.8.10", "A.8.15").fsbp("CloudWatch.16")
                        .check(new LogRetention(), "aws:cloudwatch/logGroup:LogGroup"));
    }

    private static Entry audit(Entry entry) {
        return entry.gdpr("Art. 5(2)", "Art. 32(1)(d)").nis2("Art. 21(2)(b)").iso("A.8.15");
    }
}
