package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.stackAdvice;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.cost.CostAdvice;
import dev.tandem.policies.cost.CostCeiling;
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
                        .check(new CostAdvice()));
    }

    private static Entry priced(Entry entry) {
        return entry.iso("A.8.6")
                .text("costCeilingEur", "euros a month that the stack may cost; by default 100")
                .text("exchangeRate", "US dollars for a euro and the day of that rate, as an object; by default the"
                        + " price book's newest");
    }
}
