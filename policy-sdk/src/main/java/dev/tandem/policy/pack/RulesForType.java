package dev.tandem.policy.pack;

import java.util.ArrayList;
import java.util.List;
import pulumirpc.AnalyzerOuterClass.PolicyNotApplicable;

/**
 * The resource rules, divided for one type of resource.
 *
 * @param matching look at it
 * @param others the answers of those that don't
 */
record RulesForType(List<RuleSetting> matching, List<PolicyNotApplicable> others) {

    static RulesForType of(List<RuleSetting> rules, String normalizedType) {
        List<RuleSetting> matching = new ArrayList<>();
        List<PolicyNotApplicable> others = new ArrayList<>();
        for (RuleSetting rule : rules) {
            if (rule.looksAt(normalizedType)) {
                matching.add(rule);
            } else {
                others.add(rule.otherTypes());
            }
        }
        return new RulesForType(List.copyOf(matching), List.copyOf(others));
    }
}
