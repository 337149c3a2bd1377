package dev.tandem.policies.types;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;

/**
 * What the program declared, as far as a stack rule can tell, which only sees outputs.
 *
 * <p>A provider predicts an optional property that it computes itself as <em>unknown</em> when the program did not set
 * it; one that the program took from another resource is unknown too, but then the engine names that resource among
 * the property's dependencies. So an unknown without dependencies, on a resource that carries a provider's predictions
 * (its {@code arn} is there), was not declared.
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

    private static boolean predicted(Resource resource, String name, Property p) {
        return p.isUnknown()
                && !p.isSecret()
                && !resource.propertyDependencies().containsKey(name)
                && !resource.get("arn").isMissing();
    }
}
