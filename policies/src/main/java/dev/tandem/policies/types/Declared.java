package dev.tandem.policies.types;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;

/**
 * What the program declared, for stack rules, which see outputs.
 *
 * <p>A provider predicts an optional property that it computes itself as <em>unknown</em> when the program did not set
 * it; one that the program took from another resource is unknown too. Which of both it is follows from the inputs, where
 * the engine showed them before ({@link Resource#inputNames()}). Where it did not, an unknown without dependencies, on a resource that
 * carries a provider's predictions (its {@code arn} is there), was not declared.
 */
public final class Declared {

    private Declared() {}

    /** As {@link First#of(Resource, String...)}, with what was not declared taken as absent. */
    public static Property of(Resource resource, String... topLevelNames) {
        for (String name : topLevelNames) {
            Property p = resource.get(name);
            if (!First.nothing(p) && !predicted(resource, name, p)) {
                return p;
            }
        }
        return Property.of(resource.get(topLevelNames[0]).path(), null);
    }

    /** Whether it is certain that the program did not set a top-level property. */
    public static boolean isNot(Resource resource, String topLevelName) {
        return resource.inputNames().filter(names -> !names.contains(topLevelName)).isPresent();
    }

    private static boolean predicted(Resource resource, String name, Property p) {
        if (!p.isUnknown() || p.isSecret()) {
            return false;
        }
        return resource.inputNames().isPresent() ? isNot(resource, name)
                : !resource.propertyDependencies().containsKey(name) && !resource.get("arn").isMissing();
    }
}
