package dev.tandem.preview.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.policy.model.Urn;
import dev.tandem.preview.project.Closest;
import dev.tandem.preview.project.InvalidProjectException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads plain lines: a resource each, with the keys of a state, of which none but {@code urn} is needed. {@code type} and
 * {@code name} can stand for the URN, {@code properties} for {@code inputs}; a resource is custom unless it says
 * {@code "custom": false}.
 */
record ResourceLines(String shownAs) {

    private static final Set<String> KEYS = Set.of("urn", "type", "name", "stack", "project", "properties", "inputs",
            "outputs", "custom", "parent", "provider", "dependencies", "propertyDependencies", "protect", "external", "delete",
            "retainOnDelete", "ignoreChanges", "additionalSecretOutputs", "customTimeouts", "sourcePosition", "id");

    Snapshot read(List<JsonNode> lines, List<Integer> numbers) {
        StateReader reader = new StateReader();
        for (int i = 0; i < lines.size(); i++) {
            String place = shownAs + ":" + numbers.get(i);
            JsonNode line = lines.get(i);
            line.fieldNames().forEachRemaining(key -> check(key, place));
            if (!line.path("external").asBoolean() && !line.path("delete").asBoolean()) {
                reader.add(state((ObjectNode) line), place);
            }
        }
        return reader.snapshot(List.of(), false);
    }

    /** A state may have keys that this list has not; one that is nearly right is a slip. */
    private static void check(String key, String place) {
        Optional<String> meant = KEYS.contains(key) ? Optional.empty() : Closest.to(key, KEYS);
        if (meant.isPresent()) {
            throw new InvalidProjectException(place + ": found key '" + key + "'. Did you mean '" + meant.get() + "'?");
        }
    }

    private static ObjectNode state(ObjectNode line) {
        ObjectNode out = line.deepCopy();
        if (!line.has("urn")) {
            out.put("urn", new Urn(line.path("stack").asText("stack"), line.path("project").asText("project"),
                    line.path("type").asText(), line.path("name").asText()).toString());
        }
        if (!line.has("inputs") && line.has("properties")) {
            out.set("inputs", line.get("properties"));
        }
        if (!line.has("custom")) {
            out.put("custom", true);
        }
        return out;
    }
}
