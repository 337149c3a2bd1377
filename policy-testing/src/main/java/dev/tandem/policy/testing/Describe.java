package dev.tandem.policy.testing;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;

/** Resources in the text of a failed assertion; a secret shows only that it is one. */
final class Describe {

    private Describe() {}

    static String resource(Resource resource) {
        StringBuilder out = new StringBuilder("  " + resource.type() + " '" + resource.name() + "'");
        resource.parent().ifPresent(p -> out.append(", child of ").append(p));
        for (Property property : resource.properties().entries().values()) {
            out.append("\n    ").append(property);
        }
        resource.propertyDependencies()
                .forEach((name, urns) -> out.append("\n    ").append(name).append(" comes from ").append(urns));
        return out.toString();
    }
}
