package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What a remediation wants to do to one resource. Immutable and thread-safe.
 *
 * <pre>{@code
 * Mending mending = Evaluator.of(resource, StackInfo.NONE).mend(rule, Property.root(Map.of()));
 * Set<String> mended = mending.changes().keySet();
 * }</pre>
 *
 * @param changes top-level properties to set, only those whose value differs from the present one
 * @param undecided {@code <path> <why>} when it read a value that cannot be judged
 * @param failure what the rule failed with, without secrets
 */
@PublicApi
public record Mending(Map<String, Value> changes, Optional<String> undecided, Optional<String> failure) {

    /**
     * Copies the changes.
     *
     * @param changes by property
     * @param undecided empty when every value could be judged
     * @param failure empty when the rule did not fail
     */
    public Mending {
        changes = Map.copyOf(changes);
    }
}
