package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;

/** Judges all resources of a stack together, by their outputs. Must be thread-safe. */
@FunctionalInterface
@PublicApi
public interface StackCheck {

    /** Reports through the context; saying nothing is a pass. */
    void check(StackContext context);
}
