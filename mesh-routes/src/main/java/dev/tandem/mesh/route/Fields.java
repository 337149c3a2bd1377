package dev.tandem.mesh.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the fields of one JSON object and notes what is wrong with it, by path. Not safe for use by several threads. */
final class Fields {

    private final JsonNode node;
    private final String path;
    private final List<RouteProblem> problems;
    private final Set<String> known = new TreeSet<>();

    Fields(JsonNode node, String path, List<RouteProblem> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private JsonNode get(String name) {
        known.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private void wrong(String name, JsonNode found, String expected) {
        problems.add(new RouteProblem(at(name), found == null ? "nothing" : shortened(found), expected));
    }

    /** One of a few texts; the empty text when it is none of them. */
    String choice(String name, List<String> choices) {
        JsonNode value = get(name);
        if (value == null || !value.isTextual() || !choices.contains(value.textValue())) {
            wrong(name, value, choices.stream().map(choice -> "\"" + choice + "\"").collect(Collectors.joining(" or ")));
            return "";
        }
        return value.textValue();
    }

    /** One of a few texts, or nothing when the field is absent. */
    Optional<String> optionalChoice(String name, List<String> choices) {
        return get(name) == null ? Optional.empty() : Optional.of(choice(name, choices));
    }

    private static String shortened(JsonNode found) {
        String text = found.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    String text(String name, String fallback) {
        JsonNode value = get(name);
        if (value == null && fallback != null) {
            return fallback;
        }
        if (value == null || !value.isTextual()) {
            wrong(name, value, "a text");
            return "";
        }
        return value.textValue();
    }

    Optional<String> optionalText(String name) {
        return get(name) == null ? Optional.empty() : Optional.of(text(name, null));
    }

    /** A whole number; the fallback stands in when the field is absent, and {@code null} makes the field required. */
    int number(String name, Integer fallback) {
        JsonNode value = get(name);
        if (value == null && fallback != null) {
            return fallback;
        }
        if (value == null || !value.canConvertToInt() || !value.isIntegralNumber()) {
            wrong(name, value, "a whole number");
            return 0;
        }
        return value.intValue();
    }

    List<String> texts(String name) {
        return each(name, (at, item) -> {
            if (!item.isTextual()) {
                wrong(at, item, "a text");
            }
            return Optional.ofNullable(item.textValue());
        });
    }

    <T> List<T> objects(String name, Function<Fields, T> reader) {
        return each(name, (at, item) -> object(at, item, reader));
    }

    /** What a reader makes of each item of an array; it is told where the item is. */
    private <T> List<T> each(String name, BiFunction<String, JsonNode, Optional<T>> reader) {
        List<T> read = new ArrayList<>();
        int index = 0;
        for (JsonNode item : array(name)) {
            reader.apply(name + "[" + index + "]", item).ifPresent(read::add);
            index++;
        }
        return read;
    }

    /** An object, or nothing when the field is absent. */
    <T> Optional<T> object(String name, Function<Fields, T> reader) {
        JsonNode value = get(name);
        return value == null ? Optional.empty() : object(name, value, reader);
    }

    private <T> Optional<T> object(String name, JsonNode value, Function<Fields, T> reader) {
        if (!value.isObject()) {
            wrong(name, value, "an object");
            return Optional.empty();
        }
        Fields fields = new Fields(value, at(name), problems);
        T read = reader.apply(fields);
        fields.refuseUnknown();
        return Optional.of(read);
    }

    private Iterable<JsonNode> array(String name) {
        JsonNode value = get(name);
        if (value != null && !value.isArray()) {
            wrong(name, value, "an array");
            return List.of();
        }
        return value == null ? List.of() : value;
    }

    /** Notes every field that was not asked for. */
    void refuseUnknown() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add(new RouteProblem(at(name), "a field that route documents do not have", "one of " + known));
            }
        });
    }
}
