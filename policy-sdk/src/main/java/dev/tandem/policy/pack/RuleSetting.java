package dev.tandem.policy.pack;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.UndecidedMode;
import java.util.Set;
import pulumirpc.AnalyzerOuterClass.PolicyNotApplicable;

/**
 * A rule as it is in force.
 *
 * @param types the rule's types after normalisation; empty means every type
 * @param otherTypes the answer for a resource of another type, made once
 */
record RuleSetting(
        Rule rule,
        EnforcementLevel level,
        Property config,
        UndecidedMode undecided,
        Set<String> types,
        PolicyNotApplicable otherTypes) {

    boolean isOn() {
        return level != EnforcementLevel.DISABLED;
    }

    boolean looksAt(String normalizedType) {
        return types.isEmpty() || types.contains(normalizedType);
    }
}
