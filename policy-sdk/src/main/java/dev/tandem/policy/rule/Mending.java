package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What a remediation wants to do to one resource. Immutable and thread-safe.
 *
 * @param changes top-level properties to set, only those whose value differs from the present one
 * @param undecided {@code <path> <why>} when it read a value that cannot be judged
 * @param failure what the rule failed with, without secrets
 */
@PublicApi
public record Mending(Map<String, Value> changes, Optional<String> undecided, Optional<String> failure) {

    /** Copies the changes. */
    public Mending {
        changes = Map.copyOf(changes);
    }
}
