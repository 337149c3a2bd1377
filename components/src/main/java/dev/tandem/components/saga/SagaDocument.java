package dev.tandem.components.saga;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A saga as its service wrote it down from its typed steps ({@code SagaDocument} of the service kit): two state machines in the Amazon
 * States Language, with {@code ${queue:NAME}} where the URL of a participant's queue goes and {@code ${machine}} for the saga's own ARN.
 *
 * @param name         such as {@code sign-up}
 * @param startedBy    type of the event that starts it
 * @param participants services that take its commands from their queues
 * @param machine      the saga (JSON)
 * @param relay        from the bus to the saga (JSON)
 */
public record SagaDocument(String name, String startedBy, List<String> participants, String machine, String relay) {

    /** @throws IllegalArgumentException when the name is none, or there is no participant */
    public SagaDocument {
        participants = List.copyOf(participants);
        if (!name.matches("[a-z][a-z0-9-]{0,22}[a-z0-9]")) {
            throw new IllegalArgumentException("saga name \"" + name + "\": expected 2 to 24 lower-case letters, digits and dashes");
        }
        if (participants.isEmpty()) {
            throw new IllegalArgumentException("saga " + name + " has no participants, expected one service or more");
        }
    }

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException when the text is none; the message names the missing part
     */
    public static SagaDocument parse(String text) {
        try {
            JsonObject json = new Gson().fromJson(text, JsonObject.class);
            for (String part : List.of("name", "startedBy", "participants", "machine", "relay")) {
                if (json == null || !json.has(part)) {
                    throw new IllegalArgumentException("a saga's document has no \"" + part
                            + "\": expected one that the service's test wrote");
                }
            }
            return new SagaDocument(json.get("name").getAsString(), json.get("startedBy").getAsString(),
                    StreamSupport.stream(json.getAsJsonArray("participants").spliterator(), false).map(each -> each.getAsString()).toList(),
                    json.get("machine").toString(), json.get("relay").toString());
        } catch (JsonParseException | ClassCastException | IllegalStateException malformed) {
            throw new IllegalArgumentException("a saga's document is not the JSON expected: " + malformed.getMessage(), malformed);
        }
    }
}
