package dev.tandem.service.saga;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.service.http.Json;

/**
 * The state machine between the bus and the sagas, an express workflow: an event starts a saga under the saga's ID, which
 * is refused the second time; answers of participants wake the step that waits. A rule of the bus starts it, so no function is
 * needed. Pure.
 */
public final class SagaRelay {

    private static final int RETRIES = 5;

    private SagaRelay() {}

    /**
     * The definition.
     *
     * @param startedBy  type of the event that starts the saga
     * @param idField    field of the event's data that is the saga's ID
     * @param machineArn the saga's state machine
     */
    public static String of(String startedBy, String idField, String machineArn) {
        ObjectNode states = Json.object();
        ObjectNode choice = Json.object().put("Type", "Choice");
        ArrayNode choices = choice.putArray("Choices");
        choices.add(on(startedBy, "Start"));
        choices.add(on("CommandSucceeded", "Succeeded"));
        choices.add(on("CommandFailed", "Failed"));
        states.set("Which", choice.put("Default", "Ignored"));

        ObjectNode start = Json.object().put("StateMachineArn", machineArn).put("Name.$", "$.detail.data." + idField);
        start.put("Input.$", "$.detail");
        // The optimized integration names errors by the service, those of the SDK by the client: "StepFunctions." and "Sfn.".
        states.set("Start", task("arn:aws:states:::states:startExecution", start, "StepFunctions.ExecutionAlreadyExistsException"));
        states.set("Succeeded", task("arn:aws:states:::aws-sdk:sfn:sendTaskSuccess", Json.object()
                .put("TaskToken.$", "$.detail.data.taskToken").put("Output.$", "$.detail.data.output"),
                "Sfn.TaskTimedOutException", "Sfn.TaskDoesNotExistException", "Sfn.InvalidTokenException"));
        states.set("Failed", task("arn:aws:states:::aws-sdk:sfn:sendTaskFailure", Json.object()
                .put("TaskToken.$", "$.detail.data.taskToken").put("Error.$", "$.detail.data.error").put("Cause.$", "$.detail.data.cause"),
                "Sfn.TaskTimedOutException", "Sfn.TaskDoesNotExistException", "Sfn.InvalidTokenException"));
        states.set("Ignored", Json.object().put("Type", "Succeed"));
        ObjectNode machine = Json.object();
        machine.put("Comment", "From the bus to sagas").put("StartAt", "Which").set("States", states);
        return machine.toPrettyString();
    }

    private static ObjectNode on(String type, String next) {
        return Json.object().put("Variable", "$.detail-type").put("StringEquals", type).put("Next", next);
    }

    private static ObjectNode task(String resource, ObjectNode parameters, String... harmless) {
        ObjectNode task = Json.object().put("Type", "Task").put("Resource", resource);
        task.set("Parameters", parameters);
        ObjectNode handler = Json.object();
        handler.set("ErrorEquals", names(harmless));
        task.putArray("Catch").add(handler.put("Next", "Ignored"));
        // Step Functions looks at retries before it looks at handlers: what is harmless must be excepted, or it is tried five times.
        ObjectNode never = Json.object();
        never.set("ErrorEquals", names(harmless));
        ObjectNode retry = Json.object();
        retry.putArray("ErrorEquals").add("States.ALL");
        task.putArray("Retry").add(never.put("MaxAttempts", 0))
                .add(retry.put("IntervalSeconds", 1).put("BackoffRate", 2).put("MaxAttempts", RETRIES).put("JitterStrategy", "FULL"));
        return task.put("End", true);
    }

    private static ArrayNode names(String... errors) {
        ArrayNode names = Json.MAPPER.createArrayNode();
        for (String error : errors) {
            names.add(error);
        }
        return names;
    }
}
