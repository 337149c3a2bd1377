package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.residency.AllowedRegion;
import dev.tandem.policies.residency.AvailabilityZones;
import dev.tandem.policies.residency.ForeignArns;
import dev.tandem.policies.residency.GlobalUse;
import dev.tandem.policies.residency.ReplicationTargets;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Where data is. */
final class ResidencyRules {

    private ResidencyRules() {}

    static List<Rule> rules() {
        return List.of(
                stays(stackMust("residency-region", Severity.CRITICAL))
                        .says("Every resource is in an allowed region")
                        .fix("Give the provider a region of <project>:allowedRegions, or extend that list after the"
                                + " data protection officer agreed.")
                        .check(new AllowedRegion()),
                stays(must("residency-availability-zone", Severity.HIGH))
                        .says("Availability zones belong to an allowed region")
                        .fix("Name zones of the provider's own region.")
                        .check(new AvailabilityZones()),
                stays(must("residency-replication", Severity.CRITICAL))
                        .says("Replicas, copies and peers are in an allowed region")
                        .fix("Replicate to a region of <project>:allowedRegions only.")
                        .check(new ReplicationTargets()),
                stays(must("residency-arn", Severity.HIGH))
                        .says("No ARN or service endpoint points to another region")
                        .fix("Use the resource of the allowed region, or add the region to <project>:allowedRegions.")
                        .check(new ForeignArns()),
                stackAdvice("residency-global-services", Severity.LOW)
                        .says("Services without a region are known, and hold no personal data")
                        .fix("Nothing, if names, tags and settings hold no personal data (docs/adr/0024); else leave the service.")
                        .gdpr("Art. 44", "Art. 28(3)(a)").nis2("Art. 21(2)(d)").iso("A.5.14", "A.5.34")
                        .check(new GlobalUse()));
    }

    private static Entry stays(Entry entry) {
        return entry.gdpr("Art. 44", "Art. 28(3)(a)").nis2("Art. 21(2)(d)").iso("A.5.14", "A.5.34")
                .texts("allowedRegions", "AWS regions in which data may be; by default eu-central-1 and eu-west-1");
    }
}
