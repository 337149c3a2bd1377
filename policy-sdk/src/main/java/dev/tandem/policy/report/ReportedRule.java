package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A rule and how often it came out how. Immutable and thread-safe.
 *
 * <pre>{@code
 * int judged = result.rule("no-public-bucket").map(r -> r.counts().judged()).orElse(0);
 * }</pre>
 *
 * @param id the rule's id
 * @param kind whether it judges single resources or the stack; empty when the pack does not say
 * @param summary the rule in a line
 * @param description more text; may be the summary again
 * @param level in force
 * @param severity empty when not said
 * @param fix how to mend a violation; empty when not said
 * @param url of its page; empty when there is none
 * @param controls the compliance control and the labels that the pack gives it
 * @param counts evaluations by outcome
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

    /**
     * Copies the controls.
     *
     * @param id the rule's id
     * @param kind empty when the pack does not say
     * @param summary the rule in a line
     * @param description more text
     * @param level in force
     * @param severity empty when not said
     * @param fix how to mend a violation
     * @param url of its page
     * @param controls and labels
     * @param counts evaluations by outcome
     */
    public ReportedRule {
        controls = List.copyOf(controls);
    }

    /** {@return whether it is in force and judged nothing: no resource concerned it} */
    public boolean isUnused() {
        return level != EnforcementLevel.DISABLED && counts.judged() == 0;
    }

    /**
     * Evaluations by outcome, such as {@code new ReportedRule.Counts(3, 1, 0, 0)}. A resource rule is counted once for
     * each resource, a stack rule once; a violation outweighs what else the rule could not decide of the resource.
     *
     * @param passed found nothing
     * @param violated found something
     * @param notApplicable had nothing to say
     * @param undecided wait for a value
     */
    @PublicApi
    public record Counts(int passed, int violated, int notApplicable, int undecided) {

        /** {@return how often the rule had something to judge} */
        public int judged() {
            return passed + violated + undecided;
        }
    }
}
