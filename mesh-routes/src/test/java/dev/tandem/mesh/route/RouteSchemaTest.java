package dev.tandem.mesh.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published schema and what the reader and the checks accept are one. */
class RouteSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("..", "docs", "schema", "route.schema.json")));
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static boolean accepted(JsonNode json) {
        try {
            return RouteChecks.of(RouteJson.parse(json.toString())).isEmpty();
        } catch (RouteFormatException refused) {
            return false;
        }
    }

    @Test
    void rightDocumentsFitTheSchema() {
        for (RouteDocument document : List.of(Samples.auth(), Samples.persona(), Samples.full())) {
            assertThat(SCHEMA.validate(RouteJson.tree(document))).as(document.service()).isEmpty();
        }
    }

    /** Every leaf of a full document is bent in several ways; whatever the schema refuses is refused, too. */
    @Test
    void theSchemaRefusesNothingThatIsAccepted() throws Exception {
        int refused = 0;
        for (String leaf : leaves("", RouteJson.tree(Samples.full()), new ArrayList<>())) {
            for (JsonNode bent : List.of(IntNode.valueOf(-1), IntNode.valueOf(1_000_001), TextNode.valueOf(""),
                    TextNode.valueOf("Not A Name"), JSON.readTree("{}"), JSON.readTree("[[]]"), JSON.readTree("1.5"))) {
                JsonNode json = RouteJson.tree(Samples.full()).deepCopy();
                replace(json, leaf, bent);
                boolean fits = SCHEMA.validate(json).isEmpty();
                assertThat(fits || !accepted(json)).as("%s = %s: schema %s", leaf, bent, SCHEMA.validate(json)).isTrue();
                assertThat(!fits || accepted(json)).as("%s = %s fits the schema", leaf, bent).isTrue();
                refused += fits ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void unknownFieldsAreRefusedByBoth() {
        for (String place : List.of("", "/retries", "/versions/0", "/fault/delay", "/pins/1", "/rateLimit")) {
            JsonNode json = RouteJson.tree(Samples.full());
            ((ObjectNode) json.at(place)).put("surprise", 1);
            assertThat(SCHEMA.validate(json)).as(place).isNotEmpty();
            assertThat(accepted(json)).as(place).isFalse();
        }
    }

    private static List<String> leaves(String path, JsonNode node, List<String> into) {
        if (node.isObject()) {
            node.properties().forEach(field -> leaves(path + "/" + field.getKey(), field.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(path + "/" + i, node.get(i), into);
            }
        } else {
            into.add(path);
        }
        return into;
    }

    private static void replace(JsonNode root, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, slash));
        String last = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(last), value);
        }
    }
}
