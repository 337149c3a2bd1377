package dev.tandem.policy.fuzz;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.UndecidedException;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Any text as a property path: refused with what was expected, or read back as it was written, and walked. */
public final class PathTarget {

    private static final Map<String, Value> TREE = Values.fields(Map.of(
            "a", List.of(Map.of("b", "{\"c\": [1, {\"d\": null}]}"), "x"), "b", Values.unknown(), "c", Values.secret("s")));

    private PathTarget() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        PropertyPath path;
        try {
            path = PropertyPath.parse(text);
        } catch (IllegalArgumentException e) {
            if (!e.getMessage().contains("expected")) {
                throw new IllegalStateException("says not what was expected", e);
            }
            return;
        }
        if (!PropertyPath.parse(path.toString()).equals(path)) {
            throw new IllegalStateException("'" + text + "' is written as '" + path + "' and reads otherwise");
        }
        try {
            Property.root(TREE).all(text).forEach(Property::toString);
        } catch (UndecidedException e) {
            e.getMessage();
        }
    }
}
