package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;

/**
 * Judges one resource by its inputs. Must be thread-safe: one instance sees calls in parallel.
 *
 * <pre>{@code
 * ResourceCheck named = c -> {
 *     if (c.get("tags.Name").isMissing()) {
 *         c.violation("has no name");
 *     }
 * };
 * }</pre>
 */
@FunctionalInterface
@PublicApi
public interface ResourceCheck {

    /**
     * Reports through the context; saying nothing is a pass, an exception a failure of the rule.
     *
     * @param context the resource that is judged
     */
    void check(ResourceContext context);
}
