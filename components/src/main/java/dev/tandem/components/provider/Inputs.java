package dev.tandem.components.provider;

import com.pulumi.core.Output;
import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.provider.internal.properties.PropertyValue.ValueType;
import dev.tandem.components.provider.Property.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads what a consumer gave against the described properties. Messages name the component, the property and both sides. */
final class Inputs {

    private final String owner;
    private final Map<String, Property> known = new TreeMap<>();
    private final Map<String, Given> given = new TreeMap<>();

    /**
     * Checks names and shapes.
     *
     * @param owner such as {@code MeshService "auth"}, for messages
     * @throws IllegalArgumentException with everything that is unknown, missing, of another shape or not known yet
     */
    Inputs(String owner, List<Property> properties, Given object) {
        this.owner = owner;
        properties.forEach(p -> known.put(p.name(), p));
        if (!object.known()) {
            throw new IllegalArgumentException(owner + ": the whole object is known only after the deployment, expected one"
                    + " with the properties " + known.keySet());
        }
        if (object.value().getType() != ValueType.OBJECT) {
            throw new IllegalArgumentException(
                    owner + ": found " + described(object) + ", expected an object of " + known.keySet());
        }
        List<String> problems = new ArrayList<>();
        object.value().getObjectValue().forEach((name, value) -> {
            Given part = object.part(value);
            Property property = known.get(name);
            if (property == null) {
                problems.add(name + ": unknown, expected one of " + known.keySet());
            } else if (!part.value().isNull()) {
                given.put(name, part);
                check(property, part, problems);
            }
        });
        properties.stream().filter(p -> p.required() && !given.containsKey(p.name()))
                .forEach(p -> problems.add(p.name() + ": missing, expected " + p.shape().words() + ": " + p.description()));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(owner + ": " + String.join("; ", new TreeSet<>(problems)));
        }
    }

    private static void check(Property property, Given part, List<String> problems) {
        Shape shape = property.shape();
        boolean output = shape == Shape.OUTPUT || shape == Shape.OUTPUTS || shape == Shape.OUTPUT_MAP;
        if (!part.known()) {
            if (!output) {
                problems.add(property.name() + ": known only after the deployment, expected " + shape.words()
                        + " that the plan can be made from; give the text itself");
            }
            return;
        }
        boolean fits = switch (shape) {
            case TEXT, OUTPUT -> part.value().getType() == ValueType.STRING;
            case FLAG -> part.value().getType() == ValueType.BOOL;
            case NUMBER -> part.value().getType() == ValueType.NUMBER;
            case INTEGER -> part.value().getType() == ValueType.NUMBER && part.value().getNumberValue() % 1 == 0;
            case TEXTS, OUTPUTS -> part.value().getType() == ValueType.ARRAY
                    && part.value().getArrayValue().stream().allMatch(v -> text(part.part(v), output));
            case TEXT_MAP, OUTPUT_MAP -> part.value().getType() == ValueType.OBJECT
                    && part.value().getObjectValue().values().stream().allMatch(v -> text(part.part(v), output));
            case DAYTIME, FOUNDATION -> part.value().getType() == ValueType.OBJECT;
            case COMPONENT -> part.value().getType() == ValueType.RESOURCE;
        };
        if (!fits) {
            problems.add(property.name() + ": found " + described(part) + ", expected " + shape.words());
        }
    }

    private static boolean text(Given part, boolean mayBeUnknown) {
        return part.known() ? part.value().getType() == ValueType.STRING : mayBeUnknown;
    }

    /** Secrets are never printed. */
    private static String described(Given part) {
        if (part.secret()) {
            return "a secret";
        }
        return switch (part.value().getType()) {
            case STRING -> "the string \"" + part.value().getStringValue() + "\"";
            case NUMBER -> "the number " + part.value().getNumberValue();
            case BOOL -> String.valueOf(part.value().getBooleanValue());
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "a value of another kind";
        };
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** Whether a given property is secret; it must not end in a place that everybody reads. */
    boolean secret(String name) {
        return has(name) && given.get(name).secret();
    }

    String text(String name) {
        return given.get(name).value().getStringValue();
    }

    int integer(String name) {
        return given.get(name).value().getNumberValue().intValue();
    }

    double number(String name) {
        return given.get(name).value().getNumberValue();
    }

    List<String> texts(String name) {
        return given.get(name).value().getArrayValue().stream().map(v -> given.get(name).part(v).value().getStringValue()).toList();
    }

    Map<String, String> textMap(String name) {
        return given.get(name).value().getObjectValue().entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, e -> given.get(name).part(e.getValue()).value().getStringValue()));
    }

    /** Whether a secret is among the values of an object. */
    boolean secretWithin(String name) {
        return has(name) && (secret(name) || given.get(name).value().getObjectValue().values().stream()
                .anyMatch(v -> given.get(name).part(v).secret()));
    }

    /** URN of a resource of the same program; the SDK shows it on the wire alone. */
    String resource(String name) {
        return given.get(name).value().marshal().getStructValue().getFieldsOrThrow("urn").getStringValue();
    }

    Output<String> output(String name) {
        return given.get(name).output();
    }

    /** Each element; of a list that is not known at all there is one, unknown: a VPC has at least one of everything. */
    List<Output<String>> outputs(String name) {
        Given list = given.get(name);
        if (!list.known()) {
            return List.of(list.output());
        }
        return list.value().getArrayValue().stream().map(v -> list.part(v).output()).toList();
    }

    Map<String, Output<String>> outputMap(String name) {
        Given map = given.get(name);
        Map<String, Output<String>> out = new TreeMap<>();
        if (map.known()) {
            map.value().getObjectValue().forEach((k, v) -> out.put(k, map.part(v).output()));
        }
        return out;
    }

    Inputs object(String name, List<Property> properties) {
        return new Inputs(owner + ": " + name, properties, given.get(name));
    }

    void ifText(String name, Consumer<String> setter) {
        if (has(name)) {
            setter.accept(text(name));
        }
    }

    void ifInteger(String name, Consumer<Integer> setter) {
        if (has(name)) {
            setter.accept(integer(name));
        }
    }

    void ifTexts(String name, Consumer<List<String>> setter) {
        if (has(name)) {
            setter.accept(texts(name));
        }
    }

    void ifFlag(String name, Consumer<Boolean> setter) {
        if (has(name)) {
            setter.accept(given.get(name).value().getBooleanValue());
        }
    }
}
