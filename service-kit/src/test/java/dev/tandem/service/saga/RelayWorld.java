package dev.tandem.service.saga;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.service.http.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs the relay's definition as the Amazon States Language says (retries before handlers, a missing path ends the run) against Step
 * Functions as it answers: an execution's name is taken once, a token is good once, calls may be throttled.
 */
final class RelayWorld {

    static final String MACHINE = "arn:aws:states:eu-central-1:111122223333:stateMachine:tandem-prod-saga-sign-up";

    final List<String> started = new ArrayList<>();
    final Map<String, String> woken = new HashMap<>();
    final Set<String> waiting = new HashSet<>();
    int calls;

    private final JsonNode states;
    private int throttled;

    RelayWorld() {
        try {
            states = Json.MAPPER.readTree(SagaRelay.of("SignUpRequested", "signUpId", MACHINE)).path("States");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The next calls are refused. */
    RelayWorld throttle(int times) {
        throttled = times;
        return this;
    }

    /** @return the last state, or the error that ended the run */
    String run(JsonNode event) {
        String state = "Which";
        while (true) {
            JsonNode now = states.path(state);
            switch (now.path("Type").asText()) {
                case "Choice" -> state = choice(now, event);
                case "Succeed" -> {
                    return state;
                }
                default -> {
                    String error = task(now, event);
                    if (error == null) {
                        return state;
                    }
                    String handler = named(now.path("Catch"), error).path("Next").asText("");
                    if (handler.isEmpty()) {
                        return error;
                    }
                    state = handler;
                }
            }
        }
    }

    private static String choice(JsonNode state, JsonNode event) {
        for (JsonNode rule : state.path("Choices")) {
            if (path(event, rule.path("Variable").asText()).asText().equals(rule.path("StringEquals").asText())) {
                return rule.path("Next").asText();
            }
        }
        return state.path("Default").asText();
    }

    /** @return the error that is left after all tries; null for none */
    private String task(JsonNode state, JsonNode event) {
        Map<String, JsonNode> given = new HashMap<>();
        for (Map.Entry<String, JsonNode> parameter : state.path("Parameters").properties()) {
            boolean dynamic = parameter.getKey().endsWith(".$");
            JsonNode value = dynamic ? path(event, parameter.getValue().asText()) : parameter.getValue();
            if (value.isMissingNode()) {
                return "States.ParameterPathFailure";
            }
            given.put(dynamic ? parameter.getKey().substring(0, parameter.getKey().length() - 2) : parameter.getKey(), value);
        }
        for (int attempt = 0; ; attempt++) {
            String error = call(state.path("Resource").asText(), given);
            if (error == null || attempt >= named(state.path("Retry"), error).path("MaxAttempts").asInt(0)) {
                return error;
            }
        }
    }

    private String call(String resource, Map<String, JsonNode> given) {
        calls++;
        if (throttled > 0) {
            throttled--;
            return errors(resource) + "ThrottlingException";
        }
        if (resource.endsWith(":startExecution")) {
            String name = given.get("Name").asText();
            if (started.contains(name)) {
                return "StepFunctions.ExecutionAlreadyExistsException";
            }
            started.add(name);
            return given.get("StateMachineArn").asText().equals(MACHINE) ? null : "StepFunctions.StateMachineDoesNotExistException";
        }
        String token = given.get("TaskToken").asText();
        if (!waiting.remove(token)) {
            return woken.containsKey(token) ? "Sfn.TaskTimedOutException" : "Sfn.InvalidTokenException";
        }
        woken.put(token, resource.endsWith(":sendTaskSuccess") ? given.get("Output").asText() : given.get("Error").asText());
        return null;
    }

    /** Optimized integrations call their errors by the service, those of the SDK by its client. */
    private static String errors(String resource) {
        return resource.contains(":aws-sdk:") ? "Sfn." : "StepFunctions.";
    }

    private static JsonNode named(JsonNode list, String error) {
        for (JsonNode each : list) {
            for (JsonNode name : each.path("ErrorEquals")) {
                if (name.asText().equals(error) || name.asText().equals("States.ALL")) {
                    return each;
                }
            }
        }
        return Json.MAPPER.missingNode();
    }

    private static JsonNode path(JsonNode event, String path) {
        JsonNode found = event;
        for (String part : path.substring(2).split("\\.")) {
            found = found.path(part);
        }
        return found;
    }

    static JsonNode requested(String id) {
        return event("SignUpRequested", Json.object().put("signUpId", id));
    }

    static JsonNode succeeded(String token) {
        return event("CommandSucceeded", Json.object().put("taskToken", token).put("output", "{}"));
    }

    static JsonNode failed(String token) {
        return event("CommandFailed", Json.object().put("taskToken", token).put("error", "Taken").put("cause", "by another"));
    }

    static JsonNode event(String type, JsonNode data) {
        return Json.object().put("detail-type", type).set("detail", Json.object().put("eventId", "e").set("data", data));
    }
}
