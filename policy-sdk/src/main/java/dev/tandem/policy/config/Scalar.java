package dev.tandem.policy.config;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import java.util.Map;
import java.util.function.Function;

/** Booleans, numbers and texts. Strict, unlike the reading of resources: a configuration is written by hand. */
record Scalar(String jsonType, String expectation, Function<Value, Object> reader) implements Shape {

    static final Scalar BOOL = new Scalar("boolean", "true or false", v -> v instanceof Value.Bool b ? b.value() : null);
    static final Scalar TEXT = new Scalar("string", "a text", v -> v instanceof Value.Text t ? t.value() : null);
    static final Scalar DOUBLE =
            new Scalar("number", "a number", v -> v instanceof Value.Num n ? (Object) n.value().doubleValue() : null);
    static final Scalar LONG = new Scalar(
            "integer", "a whole number", v -> v instanceof Value.Num n && n.value() instanceof Long l ? l : null);
    static final Scalar INT = new Scalar(
            "integer",
            "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE,
            v -> v instanceof Value.Num n && n.value() instanceof Long l && l == l.intValue() ? (Object) l.intValue() : null);

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", jsonType);
    }

    @Override
    public Object plain(Object value) {
        return value;
    }

    @Override
    public Object read(Property at, Problems problems) {
        Object read = reader.apply(at.value().orElse(null));
        if (read == null) {
            problems.expected(at, expectation);
        }
        return read;
    }
}
