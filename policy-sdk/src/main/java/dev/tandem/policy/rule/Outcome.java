package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import java.util.List;
import java.util.Optional;

/**
 * What one rule said of one resource, or of the stack.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Outcome outcome = Evaluator.evaluate(rule, resource, StackInfo.NONE, Property.root(Map.of()));
 * boolean bad = outcome.kind() == Outcome.Kind.VIOLATION;
 * }</pre>
 *
 * @param kind see {@link Kind}; a violation stays one when other parts were undecided
 * @param findings the violations; for {@link Kind#ERROR} one that says how the rule failed
 * @param undecided the unreadable properties with the reason, {@code path: reason}
 * @param reason why the rule does not apply
 */
@PublicApi
public record Outcome(Kind kind, List<Finding> findings, List<String> undecided, Optional<String> reason) {

    /** The four outcomes, and a fifth for a rule that failed itself. */
    public enum Kind {
        /** The rule looked and found nothing. */
        PASS,
        /** The rule found something. */
        VIOLATION,
        /** The rule has nothing to say of this resource, with a reason. */
        NOT_APPLICABLE,
        /** The rule needs values that are not known, with their paths. */
        UNDECIDED,
        /** The rule failed itself: that is a finding. */
        ERROR
    }

    /**
     * Copies the lists.
     *
     * @param kind see {@link Kind}
     * @param findings the violations
     * @param undecided {@code path: reason} each
     * @param reason why the rule does not apply
     */
    public Outcome {
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
    }
}
