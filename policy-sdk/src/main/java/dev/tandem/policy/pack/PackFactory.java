package dev.tandem.policy.pack;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.rule.StackInfo;

/**
 * Builds the pack for a stack. Called with {@link StackInfo#NONE} when the pack is only listed or published, so it
 * must not require configuration.
 *
 * <pre>{@code
 * PackFactory factory = stack -> Pack.named("shop", "1.0.0")
 *         .ruleTimeout(Duration.ofSeconds(stack.isPreview() ? 5 : 60))
 *         .rule(NO_PUBLIC_BUCKET)
 *         .build();
 * }</pre>
 */
@FunctionalInterface
@PublicApi
public interface PackFactory {

    /**
     * {@return the pack for a stack}
     *
     * @param stack what is known of it
     * @throws IllegalArgumentException for a stack that the pack cannot serve; the message is shown to the user
     */
    Pack create(StackInfo stack);
}
