package dev.tandem.policies.container;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** A tag of a repository always means the same image. */
public final class ImmutableTags implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Property mutability = context.get("imageTagMutability");
        if (!mutability.stringOr("MUTABLE").startsWith("IMMUTABLE")) {
            Expect.report(context, mutability, "a tag can be moved to another image", "IMMUTABLE");
        }
    }
}
