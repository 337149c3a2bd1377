package dev.tandem.policies.exposure;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** A web ACL refuses requests that are known to exploit something, such as Log4Shell, and does not merely count them. */
public final class KnownBadInputs implements ResourceCheck {

    private static final String GROUP = "AWSManagedRulesKnownBadInputsRuleSet";

    @Override
    public void check(ResourceContext context) {
        Property rules = context.get("rules");
        for (Property rule : rules.items()) {
            Property managed = First.of(rule, "statement[0].managedRuleGroupStatement[0]", "statement.managedRuleGroupStatement");
            if (managed.at("name").is(GROUP)) {
                boolean counts = !rule.at("overrideAction[0].count").requireKnown().isMissing();
                if (counts) {
                    context.violation(rule.at("overrideAction"), "counted", "requests that exploit known holes are only counted,"
                            + " expected overrideAction none");
                }
                return;
            }
        }
        context.violation(rules, "missing", "requests that exploit known holes reach the application: found no rule with the"
                + " managed group " + GROUP + ", expected one");
    }
}
