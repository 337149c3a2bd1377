package dev.tandem.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A request.
 *
 * @param parameters of the route's pattern
 * @param headers    a header by its name, null for none
 * @param body       text, at most 64 KiB
 */
public record Request(String method, String path, Map<String, String> parameters, UnaryOperator<String> headers, String body) {

    /** A header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A parameter of the route's pattern. */
    public String parameter(String name) {
        return parameters.get(name);
    }

    /**
     * The body as a JSON object.
     *
     * @throws ProblemException 400, when it is none
     */
    public JsonNode json() {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node != null && node.isObject()) {
                return node;
            }
            throw new ProblemException(400, "invalid-body", "The body is no JSON object.");
        } catch (JsonProcessingException e) {
            throw new ProblemException(400, "invalid-body", "The body is no JSON: " + e.getOriginalMessage());
        }
    }

    /**
     * A text of the body.
     *
     * @throws ProblemException 400, when it is missing, empty or longer than {@code longest}
     */
    public static String text(JsonNode body, String field, int longest) {
        String text = body.path(field).asText("").strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new ProblemException(400, "invalid-field", "The field " + field + " has " + text.length()
                    + " characters, expected 1 to " + longest + ".");
        }
        return text;
    }
}
