package dev.tandem.policies.types;

import dev.tandem.policy.model.Property;
import java.util.ArrayList;
import java.util.List;

/** Places in lists of blocks, where providers may have collapsed a list of one into its block. */
public final class Blocks {

    private Blocks() {}

    /**
     * Every place that a path leads to, in order. {@code [*]} stands for the blocks of a list, or for the block that is
     * there instead of a list; what is below an unknown list is unknown.
     *
     * @param path such as {@code inlinePolicies[*].policy}
     */
    public static List<Property> all(Property from, String path) {
        int star = path.indexOf("[*].");
        if (star < 0) {
            return List.of(from.at(path));
        }
        Property list = from.at(path.substring(0, star));
        if (list.isUnknown()) {
            return List.of(list);
        }
        List<Property> out = new ArrayList<>();
        list.items().forEach(block -> out.addAll(all(block, path.substring(star + 4))));
        return out;
    }
}
