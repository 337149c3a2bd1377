package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.must;

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
                        .check(new TrailRecords(), TRAIL));
    }

    private static Entry audit(Entry entry) {
        return entry.gdpr("Art. 5(2)", "Art. 32(1)(d)").nis2("Art. 21(2)(b)").iso("A.8.15");
    }
}
