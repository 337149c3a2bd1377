package dev.tandem.service.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.service.http.Json;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A saga as a state machine of Step Functions (Amazon States Language, a standard workflow). Each step sends a command to a queue
 * and waits for the answer by its task token, since nothing calls a task from outside its network. The execution's name is the
 * saga's ID, so one saga is started once. Pure.
 *
 * <p>What failed or did not answer may still have happened, or happen later: so it is undone too, and participants refuse a step
 * that was undone before it came ({@link SagaParticipant}).
 */
public final class SagaDefinition {

    /** The error of an execution that could not be undone; it needs a person. */
    public static final String STUCK = "SagaStuck";

    /** The error of an execution that was undone as a whole. */
    public static final String UNDONE = "SagaUndone";

    private static final int UNDO_ATTEMPTS = 1_000;
    private static final int STEP_ATTEMPTS = 2;

    private SagaDefinition() {}

    /**
     * The definition.
     *
     * @param queueUrl    of a participant's queue by its name
     * @param stepSeconds how long an answer is waited for before the command is sent again, or given up
     */
    public static String of(Saga saga, UnaryOperator<String> queueUrl, int stepSeconds) {
        ObjectNode states = Json.object();
        List<SagaStep> steps = saga.steps();
        for (int i = 0; i < steps.size(); i++) {
            SagaStep step = steps.get(i);
            ObjectNode task = command(step.action(), queueUrl.apply(step.queue()), stepSeconds);
            boolean retriable = step.kind() == SagaStep.Kind.RETRIABLE;
            task.putArray("Retry").add(retriable
                    ? retry(Json.MAPPER.createArrayNode().add("States.ALL"), UNDO_ATTEMPTS)
                    : retry(Json.MAPPER.createArrayNode().add("States.Timeout").add("SQS.AmazonSQSException").add("SQS.SdkClientException"),
                            STEP_ATTEMPTS));
            task.putArray("Catch").add(caught(retriable ? "Stuck" : undoName(step)));
            task.put("Next", i + 1 < steps.size() ? steps.get(i + 1).action() : "Done");
            states.set(step.action(), task);
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            SagaStep step = steps.get(i);
            if (step.undo().isPresent()) {
                ObjectNode undo = command(step.undo().get(), queueUrl.apply(step.queue()), stepSeconds);
                undo.putArray("Retry").add(retry(Json.MAPPER.createArrayNode().add("States.ALL"), UNDO_ATTEMPTS));
                undo.putArray("Catch").add(caught("Stuck"));
                undo.put("Next", i > 0 ? undoName(steps.get(i - 1)) : "Undone");
                states.set(step.undo().get(), undo);
            }
        }
        states.set("Done", Json.object().put("Type", "Succeed"));
        states.set("Undone", Json.object().put("Type", "Fail").put("Error", UNDONE)
                .put("Cause", "A step was refused or did not answer; all that was done is undone."));
        states.set("Stuck", Json.object().put("Type", "Fail").put("Error", STUCK)
                .put("Cause", "A step that must be done was not, after a day of trying. Runbook: docs/runbooks/saga-stuck.md"));
        ObjectNode machine = Json.object();
        machine.put("Comment", "Saga " + saga.name()).put("StartAt", steps.get(0).action()).set("States", states);
        return machine.toPrettyString();
    }

    private static String undoName(SagaStep step) {
        return step.undo().orElseThrow();
    }

    private static ObjectNode command(String action, String queueUrl, int seconds) {
        ObjectNode command = Json.object()
                .put("sagaId.$", "$$.Execution.Name")
                .put("action", action)
                .put("taskToken.$", "$$.Task.Token")
                .put("correlationId.$", "$.correlationId")
                .put("traceparent.$", "$.traceparent")
                .put("input.$", "$.data");
        ObjectNode parameters = Json.object().put("QueueUrl", queueUrl);
        parameters.putObject("MessageBody").set("command", command);
        ObjectNode task = Json.object()
                .put("Type", "Task")
                .put("Resource", "arn:aws:states:::sqs:sendMessage.waitForTaskToken");
        task.set("Parameters", parameters);
        return task.put("TimeoutSeconds", seconds).putNull("ResultPath");
    }

    private static ObjectNode retry(com.fasterxml.jackson.databind.node.ArrayNode errors, int attempts) {
        ObjectNode retry = Json.object();
        retry.set("ErrorEquals", errors);
        return retry.put("IntervalSeconds", 1).put("BackoffRate", 2).put("MaxDelaySeconds", 60).put("MaxAttempts", attempts)
                .put("JitterStrategy", "FULL");
    }

    private static ObjectNode caught(String next) {
        ObjectNode handler = Json.object();
        handler.putArray("ErrorEquals").add("States.ALL");
        return handler.put("ResultPath", "$.error").put("Next", next);
    }
}
