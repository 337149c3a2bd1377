package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.must;

import dev.tandem.policies.lifecycle.Certificates;
import dev.tandem.policies.lifecycle.Engines;
import dev.tandem.policies.lifecycle.FunctionRuntimes;
import dev.tandem.policies.lifecycle.MinorUpgrades;
import dev.tandem.policies.lifecycle.RetiredServices;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Services, runtimes and engines whose time is over. */
final class LifecycleRules {

    private LifecycleRules() {}

    static List<Rule> rules() {
        return List.of(
                must("retired-services", Severity.HIGH)
                        .says("Nothing is built on a service that AWS has ended")
                        .fix("Move to the service that the message names.")
                        .nis2("Art. 21(2)(e)").iso("A.8.8")
                        .check(new RetiredServices()),
                must("end-of-life-runtimes", Severity.HIGH)
                        .says("Functions run on runtimes that get security updates")
                        .fix("Move to a runtime that AWS still updates.")
                        .nis2("Art. 21(2)(e)").iso("A.8.8").fsbp("Lambda.2")
                        .check(new FunctionRuntimes(), "aws:lambda/function:Function", "aws:lambda/layerVersion:LayerVersion"),
                advice("end-of-life-engines", Severity.MEDIUM)
                        .says("Engines, clusters and build images get security updates")
                        .fix("Move to the version that the message names, after a test on a copy.")
                        .nis2("Art. 21(2)(e)").iso("A.8.8").fsbp("EKS.2")
                        .text("endOfLifeOn", "day by which a version must not have ended, such as 2027-06-30; by default the day on"
                                + " which the calendars were compared")
                        .check(new Engines(), Engines.TYPES),
                must("end-of-life-certificates", Severity.HIGH)
                        .says("Databases present a certificate of a valid authority")
                        .fix("Set caCertIdentifier to rds-ca-rsa2048-g1, after clients trust the new bundle.")
                        .nis2("Art. 21(2)(h)").iso("A.8.8", "A.8.24")
                        .check(Certificates.RULE),
                advice("minor-upgrades", Severity.LOW)
                        .says("Databases, caches and brokers take minor versions by themselves")
                        .fix("Leave autoMinorVersionUpgrade on (brokers, DMS: set it to true).")
                        .nis2("Art. 21(2)(e)").iso("A.8.8").fsbp("RDS.13", "Redshift.6", "ElastiCache.2", "MQ.3", "DMS.6")
                        .check(MinorUpgrades.RULE));
    }
}
