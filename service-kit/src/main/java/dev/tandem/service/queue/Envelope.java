package dev.tandem.service.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.service.http.Json;

/**
 * A message: an event of the bus, or a command of a saga.
 *
 * @param kind          what it is
 * @param id            the event's, or the saga's name
 * @param type          the event's name, or the command's action
 * @param correlationId of the request that it follows from; may be empty
 * @param traceparent   its trace; may be empty
 * @param data          the event's data, or the command's input
 * @param taskToken     names the waiting step of a saga; empty for events
 */
public record Envelope(Kind kind, String id, String type, String correlationId, String traceparent, JsonNode data, String taskToken) {

    /** Kinds of messages. */
    public enum Kind {
        /** Something that happened. */
        EVENT,
        /** Something that a saga wants done. */
        COMMAND
    }

    /**
     * Reads a message.
     *
     * @throws PoisonException when it is neither
     */
    public static Envelope parse(String body) {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new PoisonException("a message is no JSON: " + e.getOriginalMessage());
        }
        JsonNode detail = node.path("detail");
        if (detail.path("eventId").isTextual()) {
            return new Envelope(Kind.EVENT, detail.path("eventId").asText(), node.path("detail-type").asText(),
                    detail.path("correlationId").asText(), detail.path("traceparent").asText(), detail.path("data"), "");
        }
        JsonNode command = node.path("command");
        if (command.path("sagaId").isTextual() && command.path("action").isTextual() && command.path("taskToken").isTextual()) {
            return new Envelope(Kind.COMMAND, command.path("sagaId").asText(), command.path("action").asText(),
                    command.path("correlationId").asText(), command.path("traceparent").asText(), command.path("input"),
                    command.path("taskToken").asText());
        }
        throw new PoisonException("a message is neither an event of the bus nor a command of a saga; it has the fields "
                + Json.text(iterable(node)));
    }

    /** Headers as of a request, by which its work joins the trace. */
    public String header(String name) {
        return switch (name) {
            case "traceparent" -> traceparent.isEmpty() ? null : traceparent;
            case dev.tandem.service.context.Correlation.HEADER -> correlationId;
            default -> null;
        };
    }

    private static java.util.List<String> iterable(JsonNode node) {
        java.util.List<String> names = new java.util.ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
