package dev.tandem.service.saga;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.service.http.Json;

/**
 * A saga as a file, from which a stack makes its machines: the definitions, with {@code ${queue:NAME}} for the URL of a participant's
 * queue and {@code ${machine}} for the saga's own ARN. So the typed steps are written once, and a stack needs no class of a service. Pure.
 */
public final class SagaDocument {

    private SagaDocument() {}

    /**
     * The document.
     *
     * @param startedBy   type of the event that starts the saga
     * @param idField     field of the event's data that is the saga's ID
     * @param stepSeconds how long an answer is waited for
     */
    public static String of(Saga saga, String startedBy, String idField, int stepSeconds) {
        ObjectNode document = Json.object().put("name", saga.name()).put("startedBy", startedBy);
        ArrayNode participants = document.putArray("participants");
        saga.participants().forEach(participants::add);
        try {
            document.set("machine", Json.MAPPER.readTree(SagaDefinition.of(saga, queue -> "${queue:" + queue + "}", stepSeconds)));
            document.set("relay", Json.MAPPER.readTree(SagaRelay.of(startedBy, idField, "${machine}")));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return document.toPrettyString() + "\n";
    }
}
