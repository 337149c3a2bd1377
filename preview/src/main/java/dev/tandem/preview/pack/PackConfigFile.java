package dev.tandem.preview.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.preview.project.InvalidProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The file of {@code --policy-pack-config}: rule id to a level, or to an object of level and properties; {@code all}
 * sets the level of every rule first. Immutable.
 *
 * @param shownAs the name in messages
 * @param rules rule id (or {@code all}) to what the file says of it
 */
public record PackConfigFile(String shownAs, Map<String, Entry> rules) {

    private static final String EXAMPLE =
            "{\"all\": \"advisory\", \"cost-ceiling\": {\"enforcementLevel\": \"mandatory\", \"ceilingEur\": 80}}";

    /** What the file says of a rule; properties are JSON values. */
    public record Entry(Optional<EnforcementLevel> level, Map<String, JsonNode> properties) {}

    /** @throws InvalidProjectException when it is missing, no JSON, or of another form */
    public static PackConfigFile read(Path file, String shownAs) {
        JsonNode top;
        try {
            top = new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new InvalidProjectException(shownAs + ":" + e.getLocation().getLineNr() + ": is no JSON ("
                    + e.getOriginalMessage() + "), expected for instance " + EXAMPLE);
        } catch (IOException e) {
            throw new InvalidProjectException(shownAs + ": cannot be read, expected a JSON file such as " + EXAMPLE);
        }
        if (!top.isObject()) {
            throw new InvalidProjectException(shownAs + ": found " + kind(top) + ", expected an object such as " + EXAMPLE);
        }
        Map<String, Entry> rules = new LinkedHashMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> it = top.fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> e = it.next();
            rules.put(e.getKey(), entry(shownAs, e.getKey(), e.getValue()));
        }
        return new PackConfigFile(shownAs, rules);
    }

    private static Entry entry(String shownAs, String rule, JsonNode node) {
        if (node.isTextual()) {
            return new Entry(Optional.of(level(shownAs, rule, node)), Map.of());
        } else if (!node.isObject()) {
            throw new InvalidProjectException(shownAs + ": key '" + rule + "': found " + kind(node)
                    + ", expected a level or an object, for instance " + EXAMPLE);
        }
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        node.fields().forEachRemaining(e -> properties.put(e.getKey(), e.getValue()));
        JsonNode level = properties.remove("enforcementLevel");
        properties.remove("environments");
        return new Entry(level == null ? Optional.empty() : Optional.of(level(shownAs, rule, level)), properties);
    }

    private static EnforcementLevel level(String shownAs, String rule, JsonNode node) {
        return EnforcementLevel.parse(node.asText()).orElseThrow(() -> new InvalidProjectException(shownAs + ": key '"
                + rule + "': found level '" + node.asText() + "', expected advisory, mandatory, remediate or disabled"));
    }

    private static String kind(JsonNode node) {
        return node.isObject() ? "an object" : node.isArray() ? "a list" : "'" + node.asText() + "'";
    }
}
