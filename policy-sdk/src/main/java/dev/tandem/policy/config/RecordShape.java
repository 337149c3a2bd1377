package dev.tandem.policy.config;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A record: an object without further properties. Its constructor without parameters, if any, has the defaults. */
final class RecordShape implements Shape {

    private final Class<?> type;
    private final List<Field> fields;

    RecordShape(Class<?> type, List<Field> fields) {
        this.type = type;
        this.fields = fields;
    }

    List<Field> fields() {
        return fields;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(f -> properties.put(f.name(), f.schema()));
        List<String> required = fields.stream().filter(Field::required).map(Field::name).toList();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "object");
        out.put("properties", properties);
        out.put("additionalProperties", false);
        if (!required.isEmpty()) {
            out.put("required", required);
        }
        return out;
    }

    @Override
    public Map<String, Object> plain(Object value) {
        Map<String, Object> out = new LinkedHashMap<>();
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Object plain = fields.get(i).plain(Reflection.get(components[i], value));
            if (plain != null) {
                out.put(fields.get(i).name(), plain);
            }
        }
        return out;
    }

    @Override
    public Object read(Property at, Problems problems) {
        return read(at, Set.of(), problems);
    }

    /** @param foreign properties that are not the record's, but may be there */
    Object read(Property at, Set<String> foreign, Problems problems) {
        if (!(at.value().orElse(null) instanceof Value.Fields)) {
            problems.expected(at, expectation());
            return null;
        }
        int before = problems.count();
        List<String> names = fields.stream().map(Field::name).toList();
        at.entries().forEach((name, property) -> {
            if (!names.contains(name) && !foreign.contains(name)) {
                problems.at(property, "unknown property, expected one of " + String.join(", ", names));
            }
        });
        List<Object> components = new ArrayList<>();
        fields.forEach(f -> components.add(f.read(at, problems)));
        if (problems.count() > before) {
            return null;
        }
        try {
            return Reflection.canonical(type, components.toArray());
        } catch (RuntimeException e) {
            problems.at(at, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            return null;
        }
    }

    @Override
    public String expectation() {
        return "an object with " + String.join(", ", fields.stream().map(Field::name).toList());
    }
}
