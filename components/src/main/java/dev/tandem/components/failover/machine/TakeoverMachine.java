package dev.tandem.components.failover.machine;

import static dev.tandem.components.workflow.Calls.pairs;

import dev.tandem.components.workflow.Calls;
import dev.tandem.components.workflow.State;
import dev.tandem.components.workflow.State.Choice;
import dev.tandem.components.workflow.State.Rule;
import dev.tandem.components.workflow.StateMachine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The survivor takes over: flag, epoch, capacity, a look whether it is ready, a message. Every step may be done again, so a run
 * that was stopped anywhere is repaired by another one. Nothing but a best-effort call reaches the other region.
 *
 * <p>Input: {@code requestedBy} (text), {@code automatic} (true: look first whether the primary is really down).
 */
public final class TakeoverMachine {

    /**
     * What the calls take at most before capacity is asked for: the look at the primary (20 s), the best-effort fence (20 s),
     * and ten calls of the survivor's own APIs, which answer in a second; their time-outs of 10 s are not added up.
     */
    public static final int DECISION_SECONDS = 60;

    /** Longer than any pause that makes sense in a takeover. */
    private static final int DAY_SECONDS = 24 * 3600;

    private TakeoverMachine() {}

    /** The machine of a pair. Pure. */
    public static StateMachine of(PairNames names, List<PairedService> services, Timings timings) {
        PairStates parts = new PairStates(names);
        Steps steps = new Steps(parts, timings.pollSeconds(), "Tell failed");
        steps.add("Begin", new State.Pass(pairs(
                "execution.$", "$$.Execution.Name", "startedAt.$", "$$.State.EnteredTime",
                "requestedBy.$", "$.requestedBy", "look", 0), "$.run", "Plan"));
        steps.add("Plan", new State.Pass(PairPlan.json(names, services), "$.plan", "Asked for?"));
        steps.add("Asked for?", new Choice(
                List.of(Rule.when("$.automatic", "BooleanEquals", true, "Confirm")), "Take lock"));
        steps.add("Confirm", parts.function("observe", pairs("region", names.primary()), "$.seen", "Really down?")
                .handling(Calls.ALL, "Take lock"));
        steps.add("Really down?", new Choice(
                List.of(Rule.when("$.seen.Payload.reachable", "BooleanEquals", true, "Not needed")), "Take lock"));
        steps.add("Take lock", parts.takeLock("takeover", Map.of(), Optional.empty(), "Raise flag"));
        steps.step("Raise flag", parts.flag(1, "Fence elsewhere"));
        // The dead region is asked, not waited for: its own copies of the epoch arrive by replication otherwise.
        steps.step("Fence elsewhere", parts.fenceElsewhere("Move epoch"));
        steps.step("Move epoch", parts.epoch(names.survivor(), "attribute_not_exists(#w) OR #w <> :w", Map.of(), "Capacity"));
        steps.step("Capacity", parts.capacity("takeoverTasks", true, "Look"));
        steps.add("Look", parts.function("observe", pairs("region", names.survivor()), "$.seen", "Ready?"));
        steps.add("Ready?", new Choice(List.of(
                Rule.when("$.seen.Payload.ready", "BooleanEquals", true, "Keep record"),
                Rule.when("$.run.look", "NumericGreaterThanEquals", timings.looks(), "Tell not ready")), "Count look"));
        steps.add("Count look", new State.Pass(pairs(
                "execution.$", "$.run.execution", "startedAt.$", "$.run.startedAt", "requestedBy.$", "$.run.requestedBy",
                "look.$", "States.MathAdd($.run.look, 1)"), "$.run", "Wait for tasks"));
        steps.add("Wait for tasks", new State.Wait(timings.pollSeconds(), "Look"));
        steps.step("Keep record", parts.record("takeover", "done", "Tell done"));
        steps.add("Tell done", parts.tell("takeover done", "States.Format('" + names.survivor()
                + " serves and writes alone, asked for by {}. Give back with the failback machine.', $.run.requestedBy)",
                "Give lock back"));
        steps.add("Give lock back", parts.lock("SET #op = :op", pairs(":op", Map.of("S", "idle")), Optional.empty(), "Done"));
        steps.add("Done", new State.Succeed());
        steps.add("Not needed", new State.Succeed());
        steps.add("Tell not ready", parts.tell("takeover not ready", "States.Format('" + names.survivor()
                + " took over, but its tasks are not ready: {}', States.JsonToString($.seen.Payload))", "Not ready"));
        steps.add("Not ready", new State.Fail("NotReady",
                "traffic and writes moved, capacity did not come up: look at the ECS services, then run the takeover again"));
        steps.bare("Tell failed", parts.tell("takeover failed", "States.Format('A step of the takeover failed: {}',"
                + " States.JsonToString($.error))", "Failed"));
        steps.add("Failed", new State.Fail("StepFailed", "run the takeover again: every step may be done twice"));
        steps.add(Steps.SUPERSEDED, new State.Fail("Superseded", "another run took the lock: this one changed nothing since"));
        return new StateMachine("The survivor takes over", "Begin", steps.states(), DAY_SECONDS);
    }
}
