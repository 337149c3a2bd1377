package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;

/**
 * Judges all resources of a stack together, by their outputs. Must be thread-safe.
 *
 * <pre>{@code
 * StackCheck small = c -> {
 *     if (c.graph().all().size() > 500) {
 *         c.violation("has more than 500 resources");
 *     }
 * };
 * }</pre>
 */
@FunctionalInterface
@PublicApi
public interface StackCheck {

    /**
     * Reports through the context; saying nothing is a pass, an exception a failure of the rule.
     *
     * @param context the stack that is judged
     */
    void check(StackContext context);
}
