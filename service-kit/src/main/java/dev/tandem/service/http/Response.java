package dev.tandem.service.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer.
 *
 * @param body text, may be empty
 */
public record Response(int status, Map<String, String> headers, String body) {

    /** JSON. */
    public static Response json(int status, JsonNode body) {
        return json(status, body.toString());
    }

    /** JSON that is text already. */
    public static Response json(int status, String body) {
        return new Response(status, Map.of("Content-Type", "application/json"), body);
    }

    /** Nothing to say. */
    public static Response empty(int status) {
        return new Response(status, Map.of(), "");
    }

    /** With a header more. */
    public Response with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }
}
