package dev.tandem.policies;

import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which rules mend what they find. A stack's file in the repository says so, where it is reviewed:
 * {@code eu-compliance:remediate: [kms-rotation, cost-owner]}. Rules that cannot mend keep their level.
 */
final class Mended {

    private static final String KEY = EuCompliance.NAME + ":remediate";

    private Mended() {}

    /** The rules, those that the stack names at level remediate. */
    static List<Rule> rules(List<Rule> rules, StackInfo stack) {
        Set<String> wanted = new HashSet<>(List.of(stack.config().getOrDefault(KEY, "").replaceAll("[\\[\\]\"]", " ").trim().split("[,\\s]+")));
        return rules.stream().map(rule -> rule.remediation().isPresent() && wanted.contains(rule.id()) ? mending(rule) : rule).toList();
    }

    private static Rule mending(Rule r) {
        return new Rule(r.id(), r.kind(), r.types(), r.oldIds(), r.summary(), r.description(),
                Optional.of(EnforcementLevel.REMEDIATE), r.severity(), r.controls(), r.tags(), r.remediationText(), r.url(),
                r.configSchema(), r.requiredConfig(), r.check(), r.stackCheck(), r.remediation(),
                r.undecided(), r.configReader());
    }
}
