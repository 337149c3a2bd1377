package dev.tandem.policy.model;

import java.util.List;

/** Moves from one place to the next. */
final class Steps {

    private Steps() {}

    static Property step(Property from, PropertyPath.Segment segment) {
        Value value = from.valueOrNull();
        if (value instanceof Value.Unknown) {
            return new Property(from, segment, value);
        }
        if (segment instanceof PropertyPath.Json) {
            return new Property(from, segment, json(from, segment, value));
        }
        return new Property(from, segment, child(value, segment));
    }

    static void expand(Property from, PropertyPath.Segment segment, List<Property> into) {
        if (!(segment instanceof PropertyPath.Wildcard)) {
            into.add(step(from, segment));
        } else if (from.isUnknown()) {
            into.add(from);
        } else if (from.valueOrNull() instanceof Value.Fields) {
            into.addAll(from.entries().values());
        } else {
            into.addAll(from.items());
        }
    }

    private static Value child(Value value, PropertyPath.Segment segment) {
        if (segment instanceof PropertyPath.Key key && value instanceof Value.Fields fields) {
            return fields.values().get(key.name());
        }
        if (segment instanceof PropertyPath.Index index) {
            if (value instanceof Value.Items list) {
                return index.position() < list.values().size() ? list.values().get(index.position()) : null;
            }
            // Providers collapse lists of at most one element into the element itself.
            return index.position() == 0 && !(value instanceof Value.Null) ? value : null;
        }
        return null;
    }

    private static Value json(Property from, PropertyPath.Segment segment, Value value) {
        if (value instanceof Value.Text text) {
            return JsonText.parse(from.path().plus(segment), text.value());
        }
        if (value == null || value instanceof Value.Fields || value instanceof Value.Items) {
            return value;
        }
        if (value instanceof Value.Null) {
            return null;
        }
        throw new UnexpectedTypeException(from.path(), "JSON string", value.kind());
    }
}
