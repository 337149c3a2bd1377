package dev.tandem.components.provider;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tandem.components.foundation.RegionalFoundation;
import dev.tandem.components.service.MeshService;
import java.util.List;

/**
 * The package as Pulumi's schema, written from {@link Properties}. The SDK's own inference from Java classes is not used:
 * it knows no descriptions. Source of the form: Pulumi's "Package schema" reference.
 */
final class PackageSchema {

    /** First part of every type token, as in Java. */
    static final String NAME = "tandem";

    private PackageSchema() {}

    /** The schema as JSON. */
    static String json(String version) {
        JsonObject out = new JsonObject();
        out.addProperty("name", NAME);
        out.addProperty("displayName", "Tandem");
        out.addProperty("version", version);
        out.addProperty("description", "Microservices on ECS Fargate in two EU regions, as components.");
        out.addProperty("license", "Apache-2.0");
        out.add("meta", object("moduleFormat", "(.*)"));
        out.add("resources", resources());
        out.add("types", types());
        out.add("language", languages());
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(out);
    }

    private static JsonObject resources() {
        JsonObject out = new JsonObject();
        JsonObject foundation = component("Everything in a region that services share: network, load balancer, cluster,"
                + " service discovery, customer key, repositories, logs, alarms and budget. Give it the region's aws provider.",
                Properties.FOUNDATION_INPUTS, Properties.FOUNDATION_REF);
        Property ref = Property.required("ref", Property.Shape.FOUNDATION, "All outputs in one object, for services.");
        foundation.getAsJsonObject("properties").add("ref", ref.schema(false));
        foundation.getAsJsonArray("required").add("ref");
        out.add(RegionalFoundation.TYPE, foundation);
        out.add(MeshService.TYPE, component("One service of one team on ECS Fargate: task with Envoy and collector,"
                + " discovery, path, security group, roles, scaling, alarms, and when asked for a table, a queue and a secret.",
                Properties.SERVICE_INPUTS, Properties.SERVICE_OUTPUTS));
        return out;
    }

    private static JsonObject component(String description, List<Property> inputs, List<Property> outputs) {
        JsonObject out = new JsonObject();
        out.addProperty("isComponent", true);
        out.addProperty("description", description);
        out.add("inputProperties", properties(inputs, true));
        out.add("requiredInputs", required(inputs));
        out.add("properties", properties(outputs, false));
        out.add("required", required(outputs));
        return out;
    }

    private static JsonObject types() {
        JsonObject out = new JsonObject();
        out.add(NAME + ":index:Foundation", type("What a regional foundation offers to whatever is built on it.",
                Properties.FOUNDATION_REF, false));
        out.add(NAME + ":index:Daytime", type("A higher minimum of tasks during working hours, and a lower maximum outside of them.", Properties.DAYTIME, true));
        return out;
    }

    private static JsonObject type(String description, List<Property> properties, boolean plain) {
        JsonObject out = object("type", "object");
        out.addProperty("description", description);
        out.add("properties", properties(properties, plain));
        out.add("required", required(properties));
        return out;
    }

    private static JsonObject properties(List<Property> properties, boolean input) {
        JsonObject out = new JsonObject();
        properties.forEach(p -> out.add(p.name(), p.schema(input)));
        return out;
    }

    private static JsonArray required(List<Property> properties) {
        JsonArray out = new JsonArray();
        properties.stream().filter(Property::required).forEach(p -> out.add(p.name()));
        return out;
    }

    private static JsonObject languages() {
        JsonObject out = new JsonObject();
        for (String language : List.of("nodejs", "python", "go", "csharp", "java")) {
            JsonObject settings = new JsonObject();
            settings.addProperty("respectSchemaVersion", true);
            out.add(language, settings);
        }
        return out;
    }

    private static JsonObject object(String key, String value) {
        JsonObject out = new JsonObject();
        out.addProperty(key, value);
        return out;
    }
}
