package dev.tandem.components.failover.machine;

import static dev.tandem.components.workflow.Calls.pairs;

import dev.tandem.components.workflow.Calls;
import dev.tandem.components.workflow.State;
import dev.tandem.components.workflow.StateMachine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The states that both machines are made of. Pure. */
final class PairStates {

    static final String REFUSED = "DynamoDB.ConditionalCheckFailedException";

    /** Two calls of five seconds, one to each of two APIs of a region that may be gone, and the function's own start. */
    private static final int FUNCTION_SECONDS = 20;

    private final PairNames names;

    PairStates(PairNames names) {
        this.names = names;
    }

    /** Sets attributes of the lock item. */
    State.Task lock(String expression, Map<String, Object> values, Optional<String> condition, String next) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("TableName", names.controlTable());
        parameters.put("Key", Map.of("pk", Map.of("S", "LOCK")));
        parameters.put("UpdateExpression", expression);
        condition.ifPresent(text -> parameters.put("ConditionExpression", text));
        parameters.put("ExpressionAttributeNames", Map.of("#op", "operation"));
        parameters.put("ExpressionAttributeValues", values);
        return Calls.of("arn:aws:states:::dynamodb:updateItem", parameters, Optional.empty(), next);
    }

    /** A run takes the lock; that another was held before it does not hold this one. */
    State.Task takeLock(String operation, Map<String, Object> values, Optional<String> condition, String next) {
        Map<String, Object> all = new LinkedHashMap<>(
                pairs(":op", Map.of("S", operation), ":run", pairs("S.$", "$.run.execution")));
        all.putAll(values);
        return lock("SET #op = :op, execution = :run REMOVE paused", all, condition, next);
    }

    State.Task readLock(String next) {
        return read("LOCK", "$.lock", next);
    }

    State.Task readSettings(String next) {
        return read("SETTINGS", "$.settings", next);
    }

    private State.Task read(String key, String resultPath, String next) {
        return Calls.of("arn:aws:states:::dynamodb:getItem", pairs("TableName", names.controlTable(), "ConsistentRead", true,
                "Key", Map.of("pk", Map.of("S", key))), Optional.of(resultPath), next);
    }

    /** The flag behind the takeover alarm: 1 takes the primary out of the public name, 0 gives it back. */
    State.Task flag(int value, String next) {
        return Calls.of("arn:aws:states:::aws-sdk:cloudwatch:putMetricData", pairs(
                "Namespace", "Tandem/Failover",
                "MetricData", List.of(pairs("MetricName", "TakeoverRequested", "Value", value, "Dimensions",
                        List.of(pairs("Name", "Environment", "Value", names.environment()))))), Optional.empty(), next);
    }

    /** Moves every table's epoch: one region writes, or none while requests drain. Tables the condition refuses stay. */
    State.Each epoch(String writer, String condition, Map<String, Object> values, String next) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(":w", Map.of("S", writer));
        all.put(":zero", Map.of("N", "0"));
        all.put(":one", Map.of("N", "1"));
        all.putAll(values);
        State.Task move = Calls.of("arn:aws:states:::dynamodb:updateItem", pairs(
                "TableName.$", "$.table",
                "Key", pairs("pk", Map.of("S", Epoch.KEY), "sk", Map.of("S", Epoch.KEY)),
                "UpdateExpression", "SET #w = :w, #e = if_not_exists(#e, :zero) + :one",
                "ConditionExpression", condition,
                "ExpressionAttributeNames", pairs("#w", Epoch.WRITER, "#e", Epoch.NUMBER),
                "ExpressionAttributeValues", all), Optional.empty(), "Moved").handling(REFUSED, "Moved");
        return each("$.plan.tables", "Moves one table's epoch", "Move", move, "Moved", next);
    }

    /**
     * The services' lowest number of tasks. Alone, a region keeps it at any hour, and grows also where the budget's action had
     * forbidden that; else schedules change it again.
     */
    State.Each capacity(String tasksField, boolean alone, String next) {
        State.Task scale = Calls.of("arn:aws:states:::aws-sdk:applicationautoscaling:registerScalableTarget", pairs(
                "ServiceNamespace", "ecs",
                "ScalableDimension", "ecs:service:DesiredCount",
                "ResourceId.$", "$.resourceId",
                "MinCapacity.$", "$." + tasksField,
                "MaxCapacity.$", "$.mostTasks",
                "SuspendedState", alone ? pairs("DynamicScalingOutSuspended", false, "ScheduledScalingSuspended", true)
                        : pairs("ScheduledScalingSuspended", false)), Optional.empty(), "Scaled");
        return each("$.plan.services", "Sets one service's capacity", "Scale", scale, "Scaled", next);
    }

    private static State.Each each(String items, String comment, String name, State work, String end, String next) {
        Map<String, State> states = new LinkedHashMap<>();
        states.put(name, work);
        states.put(end, new State.Succeed());
        return new State.Each(items, new StateMachine(comment, name, states, 0), 5, Map.of(), next);
    }

    /** Asks the region that may be gone, once: what it does not do now, replication brings. */
    State.Task fenceElsewhere(String next) {
        State.Task task = function("fence", pairs("writer", names.survivor()), "$.fenced", next);
        return new State.Task(task.resource(), task.parameters(), task.resultPath(), task.timeoutSeconds(), 1,
                Map.of(Calls.ALL, next), next);
    }

    /** Runs a function of the pair and keeps its answer. */
    State.Task function(String use, Map<String, Object> payload, String resultPath, String next) {
        return new State.Task("arn:aws:states:::lambda:invoke", pairs(
                "FunctionName", names.arn("lambda", names.survivor(), "function:" + names.function(use)),
                "Payload", payload), Optional.of(resultPath), FUNCTION_SECONDS, 2, Map.of(), next);
    }

    State.Task tell(String subject, String messageFormat, String next) {
        return Calls.tell(names.alarmTopicArn(), names.prefix() + ": " + subject, messageFormat, next);
    }

    /** What both machines keep for the record: who, when, how it ended. */
    State.Task record(String operation, String outcome, String next) {
        return Calls.of("arn:aws:states:::dynamodb:putItem", pairs("TableName", names.controlTable(), "Item", pairs(
                "pk", pairs("S.$", "States.Format('HISTORY#{}#{}', $.run.startedAt, $.run.execution)"),
                "operation", Map.of("S", operation),
                "outcome", Map.of("S", outcome),
                "requestedBy", pairs("S.$", "$.run.requestedBy"))), Optional.empty(), next);
    }
}
