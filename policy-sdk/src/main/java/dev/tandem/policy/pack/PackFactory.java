package dev.tandem.policy.pack;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.rule.StackInfo;

/**
 * Builds the pack for a stack. Called with {@link StackInfo#NONE} when the pack is only listed or published, so it
 * must not require configuration.
 */
@FunctionalInterface
@PublicApi
public interface PackFactory {

    /**
     * The pack for a stack.
     *
     * @throws IllegalArgumentException for a stack that the pack cannot serve; the message is shown to the user
     */
    Pack create(StackInfo stack);
}
