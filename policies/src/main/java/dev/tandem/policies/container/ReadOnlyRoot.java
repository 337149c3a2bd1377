package dev.tandem.policies.container;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/** A container cannot write to its own file system. */
public final class ReadOnlyRoot implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Containers.each(context, (name, container) -> {
            Property readOnly = container.key("readonlyRootFilesystem");
            if (!readOnly.boolOr(false)) {
                context.violation(readOnly, "container::" + name, "container " + name
                        + " can write to its own file system: found readonlyRootFilesystem = "
                        + readOnly.string().orElse("absent") + ", expected true");
            }
        });
    }
}
