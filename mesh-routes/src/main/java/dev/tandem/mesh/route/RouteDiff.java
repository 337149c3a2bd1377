package dev.tandem.mesh.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What differs between two documents, leaf by leaf, sorted by path. Versions are told apart by name, callers and calls by
 * value, pins by position.
 *
 * @param changes what differs; empty when the documents are equal
 */
public record RouteDiff(List<Change> changes) {

    /**
     * One leaf that differs.
     *
     * @param path   such as {@code versions[canary].weight}
     * @param before value before, as JSON prints it; empty when it was absent
     * @param after  value after; empty when it is gone
     */
    public record Change(String path, Optional<String> before, Optional<String> after) {

        /** {@code PATH: BEFORE -> AFTER}, with "none" for what is absent. */
        @Override
        public String toString() {
            return path + ": " + before.orElse("none") + " -> " + after.orElse("none");
        }
    }

    /** Keeps its own copy. */
    public RouteDiff {
        changes = List.copyOf(changes);
    }

    /** From one document to another. */
    public static RouteDiff between(RouteDocument before, RouteDocument after) {
        return between(leaves(before), leaves(after));
    }

    /** From nothing to a service's first document. */
    public static RouteDiff first(RouteDocument after) {
        return between(new TreeMap<>(), leaves(after));
    }

    private static RouteDiff between(Map<String, String> before, Map<String, String> after) {
        List<Change> changes = new ArrayList<>();
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            Optional<String> old = Optional.ofNullable(before.get(path));
            Optional<String> now = Optional.ofNullable(after.get(path));
            if (!old.equals(now)) {
                changes.add(new Change(path, old, now));
            }
        }
        return new RouteDiff(changes);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** A line per change; "no change" when nothing differs. */
    public String human() {
        return changes.isEmpty() ? "no change" : String.join("\n", changes.stream().map(Change::toString).toList());
    }

    /** An array of objects with {@code path}, and {@code before} and {@code after} where there is one. */
    public ArrayNode json() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Change change : changes) {
            ObjectNode node = array.addObject().put("path", change.path());
            change.before().ifPresent(value -> node.put("before", value));
            change.after().ifPresent(value -> node.put("after", value));
        }
        return array;
    }

    private static Map<String, String> leaves(RouteDocument document) {
        Map<String, String> leaves = new TreeMap<>();
        collect("", RouteJson.tree(document), leaves);
        return Collections.unmodifiableMap(leaves);
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field ->
                    collect(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + key(path, node.get(i), i) + "]", node.get(i), leaves);
            }
        } else {
            leaves.put(path, node.isTextual() ? node.textValue() : node.toString());
        }
    }

    private static String key(String path, JsonNode item, int index) {
        if (item.isTextual()) {
            return item.textValue();
        }
        return path.equals("versions") ? item.get("name").textValue() : Integer.toString(index);
    }
}
