package dev.tandem.ops.migrate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.ops.Sha256;
import java.io.IOException;
import java.util.List;

/**
 * What one side answered, as far as it is compared. The body itself is not kept: it may be personal data.
 *
 * @param status HTTP status
 * @param digest SHA-256 of the body, hexadecimal; of JSON, if it is one document and nothing else, without regard to white space and
 *               the order of names; numbers with all their digits
 */
public record Answer(int status, String digest) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int SHORT = 12;

    /**
     * Reads an answer.
     *
     * @param ignored fields of a JSON body that may differ, such as {@code /requestId} (RFC 6901)
     */
    public static Answer of(int status, byte[] body, List<JsonPointer> ignored) {
        byte[] compared = body;
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isContainerNode()) {
                ignored.forEach(pointer -> {
                    if (json.at(pointer.head()) instanceof ObjectNode parent) {
                        parent.remove(pointer.last().getMatchingProperty());
                    }
                });
                compared = JSON.writeValueAsBytes(JSON.treeToValue(json, Object.class));
            }
        } catch (IOException noJson) {
            compared = body;
        }
        return new Answer(status, Sha256.hex(compared));
    }

    /** For people. */
    public String text() {
        return "HTTP " + status + " " + digest.substring(0, SHORT);
    }
}
