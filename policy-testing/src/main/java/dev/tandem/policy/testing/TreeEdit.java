package dev.tandem.policy.testing;

import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets or removes one place in a tree of values; objects and lists on the way are made. */
final class TreeEdit {

    private final PropertyPath path;
    private final Value leaf;

    private TreeEdit(PropertyPath path, Value leaf) {
        this.path = path;
        this.leaf = leaf;
    }

    static Map<String, Value> set(Map<String, Value> tree, String path, Value leaf) {
        PropertyPath parsed = PropertyPath.parse(path);
        if (parsed.segments().isEmpty() || !(parsed.segments().get(0) instanceof PropertyPath.Key)) {
            throw new IllegalArgumentException("property path '" + path + "': expected a key first");
        }
        return ((Value.Fields) new TreeEdit(parsed, leaf).edit(new Value.Fields(tree), 0)).values();
    }

    static Map<String, Value> remove(Map<String, Value> tree, String path) {
        return set(tree, path, null);
    }

    private Value edit(Value here, int depth) {
        if (depth == path.segments().size()) {
            return leaf;
        }
        if (here instanceof Value.Secret secret) {
            return new Value.Secret(edit(secret.value(), depth));
        }
        PropertyPath.Segment segment = path.segments().get(depth);
        if (segment instanceof PropertyPath.Key key) {
            return key(here, key.name(), depth);
        } else if (segment instanceof PropertyPath.Index index) {
            return index(here, index.position(), depth);
        }
        throw new IllegalArgumentException("property path '" + path + "': expected keys and indexes only");
    }

    private Value key(Value here, String name, int depth) {
        Map<String, Value> fields =
                new LinkedHashMap<>(here instanceof Value.Fields f ? f.values() : Map.of());
        Value child = edit(fields.get(name), depth + 1);
        if (child == null) {
            fields.remove(name);
        } else {
            fields.put(name, child);
        }
        return new Value.Fields(fields);
    }

    private Value index(Value here, int position, int depth) {
        List<Value> items = new ArrayList<>(here instanceof Value.Items i ? i.values() : List.of());
        if (position > items.size()) {
            throw new IllegalArgumentException("property path '" + path + "': index " + position
                    + " is beyond the list, which has " + items.size() + " elements");
        }
        Value child = edit(position < items.size() ? items.get(position) : null, depth + 1);
        if (position < items.size()) {
            items.remove(position);
        }
        if (child != null) {
            items.add(position, child);
        }
        return new Value.Items(items);
    }
}
