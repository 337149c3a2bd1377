package dev.tandem.components.provider;

import com.google.gson.JsonObject;
import dev.tandem.components.foundation.RegionalFoundation;

/**
 * A property of a component or of an object type, as the schema shows it and {@link Inputs} reads it.
 *
 * @param name        name in every language's schema, camel case
 * @param shape       what its value looks like
 * @param required    whether an input must be given; outputs are always there
 * @param description for people, without the name
 */
record Property(String name, Shape shape, boolean required, String description) {

    /** What values look like. Plain ones decide what is planned, so they must be known before anything is deployed. */
    enum Shape {
        TEXT("a string", true),
        INTEGER("an integer", true),
        NUMBER("a number", true),
        FLAG("true or false", true),
        TEXTS("a list of strings", true),
        TEXT_MAP("an object of strings", true),
        DAYTIME("an object of tasks, fromHour, toHour, zone and optionally maxTasksOutside", true),
        FOUNDATION("an object of what a RegionalFoundation tells", false),
        COMPONENT("a RegionalFoundation of the same program", false),
        OUTPUT("a string", false),
        OUTPUTS("a list of strings", false),
        OUTPUT_MAP("an object of strings", false);

        private final String words;
        private final boolean plain;

        Shape(String words, boolean plain) {
            this.words = words;
            this.plain = plain;
        }

        /** For messages, with its article. */
        String words() {
            return words;
        }
    }

    static Property required(String name, Shape shape, String description) {
        return new Property(name, shape, true, description);
    }

    static Property optional(String name, Shape shape, String description) {
        return new Property(name, shape, false, description);
    }

    /** The property's entry in a Pulumi package schema. */
    JsonObject schema(boolean input) {
        JsonObject out = type(input);
        out.addProperty("description", description);
        return out;
    }

    private JsonObject type(boolean input) {
        return switch (shape) {
            case TEXT, OUTPUT -> builtin("string", input);
            case INTEGER -> builtin("integer", input);
            case NUMBER -> builtin("number", input);
            case FLAG -> builtin("boolean", input);
            case TEXTS, OUTPUTS -> collection("array", "items", input);
            case TEXT_MAP, OUTPUT_MAP -> collection("object", "additionalProperties", input);
            case DAYTIME -> reference("Daytime", input);
            case FOUNDATION -> reference("Foundation", input);
            case COMPONENT -> marked("$ref", "#/resources/" + RegionalFoundation.TYPE, input);
        };
    }

    private JsonObject builtin(String name, boolean input) {
        return marked("type", name, input);
    }

    private JsonObject collection(String type, String member, boolean input) {
        JsonObject out = marked("type", type, input);
        out.add(member, marked("type", "string", input));
        return out;
    }

    private JsonObject reference(String type, boolean input) {
        return marked("$ref", "#/types/" + PackageSchema.NAME + ":index:" + type, input);
    }

    private JsonObject marked(String key, String value, boolean input) {
        JsonObject out = new JsonObject();
        out.addProperty(key, value);
        if (input && shape.plain) {
            out.addProperty("plain", true);
        }
        return out;
    }
}
