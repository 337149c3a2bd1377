package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;

/** Judges one resource by its inputs. Must be thread-safe: one instance sees calls in parallel. */
@FunctionalInterface
@PublicApi
public interface ResourceCheck {

    /** Reports through the context; saying nothing is a pass. */
    void check(ResourceContext context);
}
