package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A rule and how often it came out how. Immutable.
 *
 * @param kind whether it judges single resources or the stack; empty when the pack does not say
 * @param summary the rule in a line
 * @param description more text; may be the summary again
 * @param level in force
 * @param severity empty when not said
 * @param fix how to mend a violation; empty when not said
 * @param url of its page; empty when there is none
 * @param controls the compliance control and the labels that the pack gives it
 */
@PublicApi
public record ReportedRule(
        String id,
        Optional<Rule.Kind> kind,
        String summary,
        String description,
        EnforcementLevel level,
        Optional<Severity> severity,
        String fix,
        String url,
        List<String> controls,
        Counts counts) {

    public ReportedRule {
        controls = List.copyOf(controls);
    }

    /** Whether it is in force and judged nothing: no resource concerned it. */
    public boolean isUnused() {
        return level != EnforcementLevel.DISABLED && counts.judged() == 0;
    }

    /**
     * Evaluations by outcome. A resource rule is counted once for each resource, a stack rule once; a violation
     * outweighs what else the rule could not decide of the resource.
     */
    @PublicApi
    public record Counts(int passed, int violated, int notApplicable, int undecided) {

        /** How often the rule had something to judge. */
        public int judged() {
            return passed + violated + undecided;
        }
    }
}
