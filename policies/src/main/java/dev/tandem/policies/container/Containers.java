package dev.tandem.policies.container;

import dev.tandem.policies.types.AnyCase;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.function.BiConsumer;

/** The containers of a task definition, from JSON text or from objects. */
final class Containers {

    static final String TASK = "aws:ecs/taskDefinition:TaskDefinition";

    private Containers() {}

    /** Containers in a property, JSON in any case or objects. */
    static List<Property> of(Property definitions) {
        return AnyCase.json(definitions).items();
    }

    static List<Property> of(ResourceContext context) {
        return of(context.get("containerDefinitions"));
    }

    /** Judges each container with its name; one that cannot be decided does not hide another. */
    static void each(ResourceContext context, BiConsumer<String, Property> judgement) {
        context.each(of(context), container -> judgement.accept(name(container), container));
    }

    private static String name(Property container) {
        Property name = container.key("name");
        return name.isKnown() ? name.stringOr("") : "";
    }
}
