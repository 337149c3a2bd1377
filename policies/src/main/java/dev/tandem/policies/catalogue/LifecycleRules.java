package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.must;

import dev.tandem.policies.lifecycle.FunctionRuntimes;
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
                        .check(new FunctionRuntimes(), "aws:lambda/function:Function"));
    }
}
