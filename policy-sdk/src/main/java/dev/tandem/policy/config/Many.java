package dev.tandem.policy.config;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** A list or set. */
record Many(Shape element, boolean distinct) implements Shape {

    @Override
    public Map<String, Object> schema() {
        return distinct
                ? Map.of("type", "array", "items", element.schema(), "uniqueItems", true)
                : Map.of("type", "array", "items", element.schema());
    }

    @Override
    public Object plain(Object value) {
        return ((Collection<?>) value).stream().map(element::plain).toList();
    }

    @Override
    public Object read(Property at, Problems problems) {
        if (!(at.value().orElse(null) instanceof Value.Items)) {
            problems.expected(at, expectation());
            return null;
        }
        List<Object> out = new ArrayList<>();
        at.items().forEach(item -> out.add(element.read(item, problems)));
        return distinct ? Collections.unmodifiableSet(new LinkedHashSet<>(out)) : Collections.unmodifiableList(out);
    }

    @Override
    public String expectation() {
        return "a list, each element " + element.expectation();
    }
}
