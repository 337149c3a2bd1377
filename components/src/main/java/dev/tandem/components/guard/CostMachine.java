package dev.tandem.components.guard;

import static dev.tandem.components.workflow.Calls.pairs;

import dev.tandem.components.workflow.Calls;
import dev.tandem.components.workflow.State;
import dev.tandem.components.workflow.State.Choice;
import dev.tandem.components.workflow.State.Rule;
import dev.tandem.components.workflow.StateMachine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The budget's action, and its undoing: scale every service to its fewest tasks ({@code floor}), let scaling start no further
 * ones ({@code deny}), or give back what the stack says ({@code undo}). Each sets a state, so it may be done twice.
 *
 * <p>Input: {@code action}, {@code requestedBy} (text).
 */
final class CostMachine {

    private static final int LIMIT_SECONDS = 600;

    private CostMachine() {}

    static StateMachine of(String prefix, String topicArn, List<GuardedService> services) {
        Map<String, State> states = new LinkedHashMap<>();
        states.put("Plan", new State.Pass(pairs("services", services.stream().map(service -> pairs(
                "resourceId", "service/" + prefix + "/" + service.ecsService(),
                "minTasks", service.minTasks(),
                "maxTasks", service.maxTasks())).toList()), "$.plan", "Which?"));
        // A path that is missing would end the run without the state's text, or after the services are set.
        states.put("Which?", new Choice(List.of(
                Rule.when("$.action", "IsPresent", false, "Unknown"),
                Rule.when("$.requestedBy", "IsPresent", false, "Unknown"),
                Rule.when("$.action", "StringEquals", "floor", "Floor"),
                Rule.when("$.action", "StringEquals", "deny", "Deny"),
                Rule.when("$.action", "StringEquals", "undo", "Undo")), "Unknown"));
        states.put("Floor", each("To the floor", pairs("MinCapacity.$", "$.minTasks", "MaxCapacity.$", "$.minTasks",
                "SuspendedState", suspended(false, true))));
        states.put("Deny", each("No further tasks", pairs("SuspendedState", suspended(true, true))));
        states.put("Undo", each("As the stack says", pairs("MinCapacity.$", "$.minTasks", "MaxCapacity.$", "$.maxTasks",
                "SuspendedState", suspended(false, false))));
        String subject = prefix + ": cost action";
        states.put("Tell", Calls.tell(topicArn, subject, "States.Format('Cost action {} is done, asked for by {}. Undo it by"
                + " docs/runbooks/budget-hit.md.', $.action, $.requestedBy)", "Done").handling(Calls.ALL, "Done"));
        states.put("Done", new State.Succeed());
        states.put("Tell failed", Calls.tell(topicArn, subject,
                "States.Format('Cost action {} failed: {}', $.action, States.JsonToString($.error))", "Failed")
                .handling(Calls.ALL, "Failed"));
        states.put("Failed", new State.Fail("StepFailed", "start it again: every step may be done twice"));
        states.put("Unknown", new State.Fail("UnknownAction", "expected the action floor, deny or undo, and who asks for it:"
                + " {\"action\": \"floor\", \"requestedBy\": \"me\"}"));
        return new StateMachine("Holds tasks back when the budget is spent", "Plan", states, LIMIT_SECONDS);
    }

    private static Map<String, Object> suspended(boolean scalingOut, boolean schedules) {
        return pairs("DynamicScalingOutSuspended", scalingOut, "ScheduledScalingSuspended", schedules);
    }

    private static State.Each each(String name, Map<String, Object> target) {
        Map<String, Object> parameters = pairs("ServiceNamespace", "ecs", "ScalableDimension", "ecs:service:DesiredCount",
                "ResourceId.$", "$.resourceId");
        parameters.putAll(target);
        Map<String, State> states = new LinkedHashMap<>();
        states.put(name, Calls.of("arn:aws:states:::aws-sdk:applicationautoscaling:registerScalableTarget", parameters,
                Optional.empty(), "Set"));
        states.put("Set", new State.Succeed());
        return new State.Each("$.plan.services", new StateMachine("Sets one service", name, states, 0), 5,
                Map.of(Calls.ALL, "Tell failed"), "Tell");
    }
}
