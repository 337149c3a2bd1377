package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.service.http.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A document of {@code contracts/openapi}: its operations, and whether an answer is one of theirs. */
final class OpenApiDocument {

    private final JsonNode document;

    private OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    /** @param secured whether it asks for a token */
    record Operation(String method, String path, boolean secured, JsonNode body, JsonNode responses) {

        boolean hasBody() {
            return !body.isMissingNode();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static OpenApiDocument of(String service) throws IOException {
        return parse(Files.readString(Path.of("openapi", service + ".yaml")));
    }

    static OpenApiDocument parse(String text) {
        return new OpenApiDocument(Json.MAPPER.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text)));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                JsonNode said = operation.getValue();
                operations.add(new Operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(),
                        said.has("security") || document.has("security"),
                        said.path("requestBody").path("content").path("application/json").path("schema"), said.path("responses")));
            }
        }
        return operations;
    }

    /** A body with each field of an operation's schema. @param values of fields that not any text will do for */
    String example(Operation operation, Map<String, String> values) {
        ObjectNode example = Json.object();
        resolve(operation.body()).path("properties").fieldNames()
                .forEachRemaining(field -> example.put(field, values.getOrDefault(field, "text")));
        return operation.hasBody() ? example.toString() : "";
    }

    /** @throws AssertionError when the operation has no such answer, by its status, its form or its fields */
    void holds(Operation operation, HttpResponse<String> answer) {
        JsonNode said = resolve(operation.responses().path(Integer.toString(answer.statusCode())));
        assertThat(said.isMissingNode()).as("%s answers %s, which its document does not say, but only %s: %s", operation, answer.statusCode(),
                operation.responses().properties().stream().map(Map.Entry::getKey).toList(), answer.body()).isFalse();
        if (!said.has("content")) {
            assertThat(answer.body()).as("%s, whose answer %s has no body", operation, answer.statusCode()).isEmpty();
            return;
        }
        Map.Entry<String, JsonNode> content = said.path("content").properties().iterator().next();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).as("%s", operation).startsWith(content.getKey());
        JsonNode schema = resolve(content.getValue().path("schema"));
        JsonNode body = json(answer.body());
        schema.path("required").forEach(field ->
                assertThat(body.has(field.asText())).as("%s: field %s of %s", operation, field.asText(), body).isTrue());
        if (schema.has("properties")) {
            body.properties().forEach(field -> typed(operation, field, schema.path("properties").path(field.getKey())));
        }
    }

    private static void typed(Operation operation, Map.Entry<String, JsonNode> field, JsonNode schema) {
        String found = switch (field.getValue().getNodeType()) {
            case NUMBER -> "integer";
            case NULL -> schema.path("nullable").asBoolean() ? schema.path("type").asText() : "null";
            default -> field.getValue().getNodeType().name().toLowerCase(Locale.ROOT);
        };
        assertThat(found).as("%s: type of field %s, which the document has as %s", operation, field, schema)
                .isEqualTo(schema.path("type").asText());
        if (schema.has("enum")) {
            assertThat(schema.path("enum")).as("%s: values of field %s", operation, field.getKey()).contains(field.getValue());
        }
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
