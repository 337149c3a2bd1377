package dev.tandem.infra.config.keys;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tandem.infra.config.keys.Shape.Keyed;
import dev.tandem.infra.config.keys.Shape.Listed;
import dev.tandem.infra.config.keys.Shape.Named;
import dev.tandem.infra.config.keys.Shape.OneOf;
import dev.tandem.infra.config.keys.Shape.Text;
import dev.tandem.infra.config.keys.Shape.Whole;
import dev.tandem.infra.config.keys.Shape.WholeOf;
import java.math.BigDecimal;
import java.util.List;

/**
 * The JSON Schema of a stack file. Editors complete and check by it; what depends on other keys, such as two ranges that
 * overlap, only the program can say.
 */
public final class StackSchema {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String SECRET = "#/$defs/secret";

    private StackSchema() {}

    /** The schema's text, with a line end. */
    public static String text() {
        JsonObject schema = new JsonObject();
        schema.addProperty("$schema", "http://json-schema.org/draft-07/schema#");
        schema.addProperty("title", "A stack file of Tandem");
        schema.addProperty("type", "object");
        JsonObject properties = new JsonObject();
        properties.add("config", config());
        schema.add("properties", properties);
        JsonArray required = new JsonArray();
        required.add("config");
        schema.add("required", required);
        JsonObject definitions = new JsonObject();
        definitions.add("secret", secret());
        schema.add("$defs", definitions);
        return GSON.toJson(schema) + "\n";
    }

    /** Other namespaces than tandem and aws belong to the engine and the policy pack. */
    private static JsonObject config() {
        JsonObject config = keyed(StackKeys.ALL, "tandem:", true);
        JsonObject region = value(new Text(StackKeys.REGION));
        region.addProperty("description", "Region of the stack; one of tandem:allowedRegions.");
        config.getAsJsonObject("properties").add("aws:region", region);
        config.getAsJsonArray("required").add("aws:region");
        JsonObject patterns = new JsonObject();
        patterns.add("^(pulumi|eu-compliance):", new JsonObject());
        config.add("patternProperties", patterns);
        return config;
    }

    private static JsonObject secret() {
        JsonObject text = new JsonObject();
        text.addProperty("type", "string");
        JsonObject properties = new JsonObject();
        properties.add("secure", text);
        JsonObject secret = object(properties);
        secret.addProperty("description", "A value that the engine keeps encrypted: pulumi config set --secret.");
        JsonArray required = new JsonArray();
        required.add("secure");
        secret.add("required", required);
        return secret;
    }

    private static JsonObject keyed(List<Key> keys, String prefix, boolean maybeSecret) {
        JsonObject properties = new JsonObject();
        JsonArray required = new JsonArray();
        for (Key key : keys) {
            JsonObject value = value(key.shape());
            if (maybeSecret) {
                value = orSecret(value);
            }
            value.addProperty("description", description(key));
            JsonElement initial = key.isRequired() || key.initial().isEmpty() ? null : literal(key.initial());
            if (initial != null) {
                value.add("default", initial);
            }
            properties.add(prefix + key.name(), value);
            if (key.isRequired()) {
                required.add(prefix + key.name());
            }
        }
        JsonObject object = object(properties);
        object.add("required", required);
        return object;
    }

    private static String description(Key key) {
        return key.meaning() + (key.unit().isEmpty() ? "" : " Unit: " + key.unit() + ".")
                + (key.cost() == null ? "" : " Cost: " + key.cost() + ".") + " Example: " + key.example();
    }

    /** Words such as "that of the routes" are no value. */
    private static JsonElement literal(String initial) {
        return initial.matches("true|false|-?\\d+(\\.\\d+)?|\\[.*]|\\{.*}") ? JsonParser.parseString(initial)
                : initial.matches("[a-z/-]+") ? JsonParser.parseString("\"" + initial + "\"") : null;
    }

    private static JsonObject orSecret(JsonObject value) {
        JsonObject reference = new JsonObject();
        reference.addProperty("$ref", SECRET);
        JsonArray either = new JsonArray();
        either.add(value);
        either.add(reference);
        JsonObject any = new JsonObject();
        any.add("anyOf", either);
        return any;
    }

    private static JsonObject object(JsonObject properties) {
        JsonObject object = new JsonObject();
        object.addProperty("type", "object");
        object.add("properties", properties);
        object.addProperty("additionalProperties", false);
        return object;
    }

    private static JsonObject value(Shape shape) {
        JsonObject schema = new JsonObject();
        if (shape instanceof Text text) {
            schema.addProperty("type", "string");
            schema.addProperty("pattern", "^(" + text.pattern() + ")$");
        } else if (shape instanceof OneOf one) {
            schema.add("enum", GSON.toJsonTree(one.values()));
        } else if (shape instanceof WholeOf one) {
            schema.add("enum", GSON.toJsonTree(one.values()));
        } else if (shape instanceof Whole whole) {
            schema.addProperty("type", "integer");
            schema.addProperty("minimum", whole.least());
            schema.addProperty("maximum", whole.most());
        } else if (shape instanceof Shape.Number number) {
            schema.addProperty("type", "number");
            schema.addProperty("minimum", new BigDecimal(number.least()));
            schema.addProperty("maximum", new BigDecimal(number.most()));
        } else if (shape instanceof Listed list) {
            schema.addProperty("type", "array");
            schema.add("items", value(list.item()));
            schema.addProperty("minItems", list.fewest());
            schema.addProperty("maxItems", list.most());
        } else if (shape instanceof Keyed keyed) {
            schema = keyed(keyed.keys(), "", false);
        } else if (shape instanceof Named named) {
            schema.addProperty("type", "object");
            JsonObject patterns = new JsonObject();
            patterns.add("^(" + named.name() + ")$", value(named.value()));
            schema.add("patternProperties", patterns);
            schema.addProperty("additionalProperties", false);
        } else {
            schema.addProperty("type", "boolean");
        }
        return schema;
    }
}
