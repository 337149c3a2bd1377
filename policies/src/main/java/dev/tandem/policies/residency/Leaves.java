package dev.tandem.policies.residency;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.UndecidedException;
import dev.tandem.policy.model.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Every scalar of a resource with the name of the property it belongs to. */
final class Leaves {

    /** Free text that names regions without anything being there. */
    private static final Set<String> PROSE = Set.of("tags", "tagsAll", "description", "comment", "alarmDescription");

    private static final int LONGEST = 500_000;

    private Leaves() {}

    /** Visits each leaf, unknown ones too, with the nearest key above it; prose is left out. */
    static void visit(Property root, BiConsumer<String, Property> visitor) {
        Deque<Property> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Property p = open.pop();
            Value value = p.value().orElse(null);
            if (value instanceof Value.Fields) {
                p.entries().forEach((key, child) -> {
                    if (!PROSE.contains(key)) {
                        open.push(child);
                    }
                });
            } else if (value instanceof Value.Items) {
                p.items().forEach(open::push);
            } else if (value instanceof Value.Text || value instanceof Value.Unknown) {
                visitor.accept(key(p), p);
                if (value instanceof Value.Text text && text.value().length() < LONGEST && text.value().strip().matches("(?s)[\\[{].*")) {
                    document(p).ifPresent(open::push);
                }
            }
        }
    }

    /** The content of a text that is a JSON document, such as containers or a state machine. */
    private static Optional<Property> document(Property text) {
        try {
            Property root = text.json();
            return root.value().orElse(null) instanceof Value.Text ? Optional.empty() : Optional.of(root);
        } catch (UndecidedException e) {
            return Optional.empty();
        }
    }

    private static String key(Property p) {
        for (int i = p.path().segments().size() - 1; i >= 0; i--) {
            if (p.path().segments().get(i) instanceof PropertyPath.Key key) {
                return key.name();
            }
        }
        return "";
    }
}
