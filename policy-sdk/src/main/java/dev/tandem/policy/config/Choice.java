package dev.tandem.policy.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An enum: its constants' names, or what their {@code @JsonProperty} says. */
final class Choice implements Shape {

    private final Map<String, Object> byName = new LinkedHashMap<>();

    Choice(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            byName.put(name((Enum<?>) constant), constant);
        }
    }

    private static String name(Enum<?> constant) {
        try {
            JsonProperty named =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return named == null || named.value().isEmpty() ? constant.name() : named.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("enum " + constant.getDeclaringClass() + " has no " + constant.name(), e);
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "enum", List.copyOf(byName.keySet()));
    }

    @Override
    public Object plain(Object value) {
        return name((Enum<?>) value);
    }

    @Override
    public Object read(Property at, Problems problems) {
        Object found = at.value().orElse(null) instanceof Value.Text text ? byName.get(text.value()) : null;
        if (found == null) {
            problems.expected(at, expectation());
        }
        return found;
    }

    @Override
    public String expectation() {
        return "one of " + String.join(", ", byName.keySet());
    }
}
