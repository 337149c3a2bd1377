package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.cost.CostAdvice;
import dev.tandem.policies.cost.CostCeiling;
import dev.tandem.policies.cost.Idle;
import dev.tandem.policies.cost.NatOrEndpoints;
import dev.tandem.policies.cost.Oversized;
import dev.tandem.policies.cost.OwnerTag;
import dev.tandem.policies.cost.PreviousGeneration;
import dev.tandem.policies.cost.WorstCase;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Euros a month, before anything is deployed. */
final class CostRules {

    private CostRules() {}

    static List<Rule> rules() {
        return List.of(
                priced(stackMust("cost-ceiling", Severity.HIGH))
                        .says("The stack stays under its cost ceiling")
                        .fix("Take one of the savings that the message lists, correct usage/<stack>.yaml, or raise"
                                + " <project>:costCeilingEur with finance.")
                        .check(new CostCeiling()),
                priced(stackAdvice("cost-advice", Severity.LOW))
                        .says("The stack is at 80 % of its cost ceiling or more")
                        .fix("Nothing, if the margin is a decision (for the default stacks: docs/adr/0005); else take"
                                + " one of the savings that the message lists.")
                        .check(new CostAdvice()),
                priced(stackAdvice("cost-worst-case", Severity.LOW))
                        .says("A month without Spot capacity stays bearable")
                        .fix("Put less on Spot, run fewer tasks, or raise eu-compliance:worstCaseCeilingEur with finance.")
                        .text("worstCaseCeilingEur", "euros that a month without Spot capacity may cost; by default 125 % of"
                                + " the ceiling")
                        .check(new WorstCase()),
                saves(stackAdvice("cost-nat-or-endpoints", Severity.LOW))
                        .says("The cheaper way out of private subnets is taken, and paid once")
                        .fix("Take endpoints below the break-even that the message names, a NAT gateway above it, and the"
                                + " free gateway endpoint for S3 always.")
                        .check(new NatOrEndpoints()),
                saves(stackAdvice("cost-idle", Severity.LOW))
                        .says("Nothing is paid for that nobody uses")
                        .fix("Remove the resource, or what keeps its user out of this stack.")
                        .check(new Idle()),
                saves(stackAdvice("cost-oversized", Severity.LOW))
                        .says("Tasks and machines are as large as their use asks for")
                        .fix("Take the size that the message names, and look at the 95th percentile again after two weeks.")
                        .text("usagePercentiles", "names of tasks and machines to percent of cpu and memory in use at the 95th"
                                + " percentile, as an object")
                        .check(new Oversized()),
                saves(advice("cost-previous-generation", Severity.LOW))
                        .says("Machines and disks are of a current generation")
                        .fix("Take the successor that the message names.")
                        .check(PreviousGeneration.RULE),
                saves(advice("cost-owner", Severity.LOW))
                        .says("What costs money says who pays")
                        .fix("Set the tag CostOwner in the provider's default tags; at level remediate it is added from"
                                + " <project>:costOwner.")
                        .text("costOwner", "who pays, for the tag that is added at level remediate")
                        .mend(new OwnerTag())
                        .check(new OwnerTag(), OwnerTag.TYPES));
    }

    private static Entry saves(Entry entry) {
        return entry.iso("A.5.9", "A.8.6");
    }

    private static Entry priced(Entry entry) {
        return entry.iso("A.8.6")
                .text("costCeilingEur", "euros a month that the stack may cost; by default 100")
                .text("exchangeRate", "US dollars for a euro and the day of that rate, as an object; by default the"
                        + " price book's newest");
    }
}
