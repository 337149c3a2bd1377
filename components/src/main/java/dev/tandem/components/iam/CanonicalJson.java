package dev.tandem.components.iam;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints a policy document so that equal documents give equal bytes. */
final class CanonicalJson {

    /** Without HTML escaping: an ampersand or "greater than" in a pattern must reach IAM as it is. */
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private CanonicalJson() {}

    static String of(PolicyDocument document) {
        JsonArray statements = new JsonArray();
        document.statements().forEach(statement -> statements.add(statement(statement)));
        JsonObject root = new JsonObject();
        root.addProperty("Version", PolicyDocument.VERSION);
        root.add("Statement", statements);
        return GSON.toJson(root);
    }

    private static JsonObject statement(Statement statement) {
        JsonObject json = new JsonObject();
        json.addProperty("Sid", statement.sid());
        json.addProperty("Effect", statement.effect().text());
        if (!statement.principals().isEmpty()) {
            JsonObject principals = new JsonObject();
            statement.principals().forEach((kind, names) -> principals.add(kind, array(names)));
            json.add("Principal", principals);
        }
        json.add("Action", array(statement.actions()));
        if (!statement.resources().isEmpty()) {
            json.add("Resource", array(statement.resources()));
        }
        if (!statement.conditions().isEmpty()) {
            json.add("Condition", conditions(statement.conditions()));
        }
        return json;
    }

    private static JsonObject conditions(List<Condition> conditions) {
        Map<String, Map<String, List<String>>> byOperator = new TreeMap<>();
        for (Condition condition : conditions) {
            byOperator
                    .computeIfAbsent(condition.operator(), operator -> new TreeMap<>())
                    .put(condition.key(), condition.values());
        }
        JsonObject json = new JsonObject();
        byOperator.forEach((operator, keys) -> {
            JsonObject lines = new JsonObject();
            keys.forEach((key, values) -> lines.add(key, array(values)));
            json.add(operator, lines);
        });
        return json;
    }

    private static JsonArray array(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
