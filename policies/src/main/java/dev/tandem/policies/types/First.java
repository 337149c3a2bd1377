package dev.tandem.policies.types;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import java.util.List;

/**
 * The same fact under the names that different providers and versions give it: {@code assumeRolePolicy} here,
 * {@code assumeRolePolicyDocument} there.
 */
public final class First {

    private First() {}

    /** The first of the paths that leads to {@link #nothing something}; when none does, the first path, absent. */
    public static Property of(Resource resource, String... paths) {
        return of(resource.properties(), paths);
    }

    /** As {@link #of(Resource, String...)}, below a property. */
    public static Property of(Property from, String... paths) {
        for (String path : paths) {
            Property p = from.at(path);
            if (!nothing(p)) {
                return p;
            }
        }
        // Blank text is worth being shown in a finding, an empty list is no different from none.
        Property first = from.at(paths[0]);
        return List.of(paths).stream().map(from::at).filter(p -> p.value().orElse(null) instanceof Value.Text).findFirst()
                .orElseGet(() -> first.isMissing() ? first : Property.of(first.path(), null));
    }

    /**
     * Whether nothing is said here: absent, null, blank text, or an empty list, as plans have it for blocks that were left
     * out. An unknown says something.
     */
    public static boolean nothing(Property p) {
        return p.isMissing()
                || p.value().orElseThrow() instanceof Value.Items list && list.values().isEmpty()
                || p.value().orElseThrow() instanceof Value.Text text && text.value().isBlank();
    }
}
