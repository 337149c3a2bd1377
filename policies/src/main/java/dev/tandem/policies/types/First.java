package dev.tandem.policies.types;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;

/**
 * The same fact under the names that different providers and versions give it: {@code assumeRolePolicy} here,
 * {@code assumeRolePolicyDocument} there.
 */
public final class First {

    private First() {}

    /** The first of the paths that leads to something; when none does, the first path, absent. */
    public static Property of(Resource resource, String... paths) {
        return of(resource.properties(), paths);
    }

    /** As {@link #of(Resource, String...)}, below a property. */
    public static Property of(Property from, String... paths) {
        for (String path : paths) {
            Property p = from.at(path);
            if (!p.isMissing()) {
                return p;
            }
        }
        return from.at(paths[0]);
    }
}
