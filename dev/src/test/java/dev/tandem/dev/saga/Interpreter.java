package dev.tandem.dev.saga;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.service.http.Json;

/**
 * Runs the generated definition of a saga, one event at a time: a stand-in for Step Functions that knows what these definitions
 * use. What a step's retry would do after a wait, the schedule does when it pleases.
 */
final class Interpreter {

    private final JsonNode states;
    private final JsonNode event;
    private final String name;
    private String state;
    private int task;
    private int tries;
    private boolean over;

    /** @param event what started it, the input of the execution */
    Interpreter(String definition, String name, JsonNode event) {
        try {
            JsonNode machine = Json.MAPPER.readTree(definition);
            this.states = machine.path("States");
            this.state = machine.path("StartAt").asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        this.event = event;
        this.name = name;
    }

    boolean over() {
        return over;
    }

    /** The last state: Done, Undone or Stuck. */
    String state() {
        return state;
    }

    /** The queue that the present command goes to. */
    String queue() {
        return states.path(state).path("Parameters").path("QueueUrl").asText();
    }

    /** The present command, with a token that names this try of it. */
    String command() {
        ObjectNode template = (ObjectNode) states.path(state).path("Parameters").path("MessageBody").path("command").deepCopy();
        ObjectNode command = Json.object().put("sagaId", name).put("action", template.path("action").asText())
                .put("taskToken", token()).put("correlationId", event.path("correlationId").asText()).put("traceparent", "");
        command.set("input", event.path("data"));
        ObjectNode body = Json.object();
        body.set("command", command);
        return body.toString();
    }

    String token() {
        return name + "/" + task;
    }

    /** An answer; one for another try is passed over, as Step Functions refuses its token. */
    boolean succeeded(String token) {
        if (over || !token.equals(token())) {
            return false;
        }
        go(states.path(state).path("Next").asText());
        return true;
    }

    /** The step failed by an error. @return whether it is to be sent again */
    boolean failed(String token, String error) {
        if (over || !token.equals(token())) {
            return false;
        }
        JsonNode retry = states.path(state).path("Retry").path(0);
        for (JsonNode each : retry.path("ErrorEquals")) {
            if ((each.asText().equals("States.ALL") || each.asText().equals(error)) && tries < retry.path("MaxAttempts").asInt()) {
                tries++;
                task++;
                return true;
            }
        }
        go(states.path(state).path("Catch").path(0).path("Next").asText());
        return true;
    }

    private void go(String next) {
        state = next;
        task++;
        tries = 0;
        over = !states.path(state).path("Type").asText().equals("Task");
    }
}
