package dev.tandem.policy.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.tandem.policy.model.Property;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One component of a record.
 *
 * @param optional whether its Java type is {@code Optional}
 * @param otherwise its default; null when it has none
 */
record Field(String name, String description, Shape shape, boolean optional, Object otherwise) {

    static Field of(RecordComponent component, Shape shape, boolean optional, Object defaults) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        JsonPropertyDescription described = component.getAccessor().getAnnotation(JsonPropertyDescription.class);
        return new Field(
                named == null || named.value().isEmpty() ? component.getName() : named.value(),
                described == null ? "" : described.value(),
                shape,
                optional,
                unwrapped(defaults == null ? null : Reflection.get(component, defaults)));
    }

    private static Object unwrapped(Object value) {
        return value instanceof Optional<?> o ? o.orElse(null) : value;
    }

    boolean required() {
        return !optional && otherwise == null;
    }

    Map<String, Object> schema() {
        Map<String, Object> out = new LinkedHashMap<>(shape.schema());
        if (!description.isEmpty()) {
            out.put("description", description);
        }
        if (otherwise != null) {
            out.put("default", shape.plain(otherwise));
        }
        return out;
    }

    Object plain(Object value) {
        Object there = unwrapped(value);
        return there == null ? null : shape.plain(there);
    }

    Object read(Property record, Problems problems) {
        Property at = record.key(name);
        Object read = otherwise;
        if (!at.isMissing()) {
            read = shape.read(at, problems);
        } else if (required()) {
            problems.expected(at, shape.expectation());
        }
        return optional ? Optional.ofNullable(read) : read;
    }
}
