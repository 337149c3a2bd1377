package dev.tandem.policy.config;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map with text keys. */
record Named(Shape element) implements Shape {

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "object", "additionalProperties", element.schema());
    }

    @Override
    public Object plain(Object value) {
        Map<String, Object> out = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((k, v) -> out.put((String) k, element.plain(v)));
        return out;
    }

    @Override
    public Object read(Property at, Problems problems) {
        if (!(at.value().orElse(null) instanceof Value.Fields)) {
            problems.expected(at, expectation());
            return null;
        }
        Map<String, Object> out = new LinkedHashMap<>();
        at.entries().forEach((k, v) -> out.put(k, element.read(v, problems)));
        return Collections.unmodifiableMap(out);
    }

    @Override
    public String expectation() {
        return "an object, each value " + element.expectation();
    }
}
