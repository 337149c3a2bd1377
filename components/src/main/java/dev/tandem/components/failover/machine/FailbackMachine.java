package dev.tandem.components.failover.machine;

import static dev.tandem.components.workflow.Calls.pairs;

import dev.tandem.components.workflow.Calls;
import dev.tandem.components.workflow.State;
import dev.tandem.components.workflow.State.Choice;
import dev.tandem.components.workflow.State.Rule;
import dev.tandem.components.workflow.State.Test;
import dev.tandem.components.workflow.StateMachine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The primary gets its work back: soak, fence, drain, hand-over of the epoch, weights 10, 50 and 100 with a look at its health
 * after each. A red look gives everything back to the survivor. A run that was stopped anywhere is repaired by another one;
 * a takeover started meanwhile takes the lock, and this machine ends.
 *
 * <p>Input: {@code requestedBy} (text).
 */
public final class FailbackMachine {

    /** Percent of the answers that the primary gets, one step after the other; at 100 both regions have what is declared. */
    public static final List<Integer> WEIGHTS = List.of(10, 50, 100);

    private static final int WEEK_SECONDS = 7 * 24 * 3600;
    private static final String TAKE_BACK = "Raise flag again";
    private static final String NOT_REFUSED = "attribute_not_exists(#op) OR #op <> :takeover";

    private final PairNames names;
    private final Timings timings;
    private final PairStates parts;
    private final Steps steps;

    private FailbackMachine(PairNames names, Timings timings) {
        this.names = names;
        this.timings = timings;
        this.parts = new PairStates(names);
        this.steps = new Steps(parts, timings.soakPollSeconds(), TAKE_BACK);
    }

    /** The machine of a pair. Pure. */
    public static StateMachine of(PairNames names, List<PairedService> services, Timings timings) {
        FailbackMachine machine = new FailbackMachine(names, timings);
        machine.begin(services);
        machine.soak();
        machine.handOver();
        machine.weights();
        machine.end();
        machine.takeBack();
        return new StateMachine("The primary gets its work back", "Begin", machine.steps.states(), WEEK_SECONDS);
    }

    private void begin(List<PairedService> services) {
        steps.add("Begin", new State.Pass(pairs(
                "execution.$", "$$.Execution.Name", "startedAt.$", "$$.State.EnteredTime",
                "requestedBy.$", "$.requestedBy"), "$.run", "Plan"));
        steps.add("Plan", new State.Pass(PairPlan.json(names, services), "$.plan", "Take lock"));
        steps.bare("Take lock", parts.takeLock("failback", Map.of(":takeover", Map.of("S", "takeover")),
                        Optional.of(NOT_REFUSED), "Settings")
                .handling(PairStates.REFUSED, "Takeover open")
                .handling(Calls.ALL, "Tell failed"));
        steps.bare("Settings", parts.readSettings("Begin soak").handling(Calls.ALL, "Tell failed"));
        steps.add("Takeover open", new State.Fail("TakeoverOpen",
                "a takeover began and did not end: run the takeover again, then the failback"));
    }

    private void soak() {
        steps.add("Begin soak", new State.Pass(pairs("good", 0, "look", 0), "$.soak", "Soak"));
        steps.add("Soak", parts.function("observe", pairs("region", names.primary()), "$.seen", "Well?")
                .handling(Calls.ALL, "Start over"));
        steps.add("Well?", new Choice(List.of(
                Rule.when("$.seen.Payload.ready", "BooleanEquals", true, "Count good")), "Start over"));
        steps.add("Count good", new State.Pass(pairs("good.$", "States.MathAdd($.soak.good, 1)",
                "look.$", "States.MathAdd($.soak.look, 1)"), "$.soak", "Soaked?"));
        steps.add("Start over", new State.Pass(pairs("good", 0, "look.$", "States.MathAdd($.soak.look, 1)"), "$.soak",
                "Soaked?"));
        steps.add("Soaked?", new Choice(List.of(
                Rule.when("$.soak.good", "NumericGreaterThanEquals", timings.soakGood(), "Fence"),
                Rule.when("$.soak.look", "NumericGreaterThanEquals", timings.soakLooks(), "Tell unstable")),
                "Soak on"));
        steps.add("Soak on", new State.Wait(timings.soakPollSeconds(), "Soak"));
        steps.add("Tell unstable", parts.tell("failback not begun", "States.Format('" + names.primary()
                + " was not well for long enough; {} keeps serving.', '" + names.survivor() + "')", "Unstable"));
        steps.add("Unstable", new State.Fail("Unstable", "the primary was not well for long enough: nothing was changed"));
    }

    private void handOver() {
        steps.step("Fence", parts.epoch(Epoch.NOBODY, "attribute_not_exists(#w) OR #w = :me",
                Map.of(":me", Map.of("S", names.survivor())), "Drain"));
        steps.add("Drain", new State.Wait(timings.drainSeconds(), "Hand over"));
        steps.step("Hand over", parts.epoch(names.primary(), "#w = :none",
                Map.of(":none", Map.of("S", Epoch.NOBODY)), "Begin arrival"));
        steps.add("Begin arrival", new State.Pass(pairs("look", 0), "$.arrival", "Arrival"));
        steps.add("Arrival", parts.function("fence", pairs("expect", names.primary()), "$.there", "Arrived?"));
        steps.add("Arrived?", new Choice(List.of(
                Rule.when("$.there.Payload.settled", "BooleanEquals", true, "Weight " + WEIGHTS.get(0)),
                Rule.when("$.arrival.look", "NumericGreaterThanEquals", timings.looks(), TAKE_BACK)), "Count arrival"));
        steps.add("Count arrival", new State.Pass(
                pairs("look.$", "States.MathAdd($.arrival.look, 1)"), "$.arrival", "Await arrival"));
        steps.add("Await arrival", new State.Wait(timings.pollSeconds(), "Arrival"));
    }

    /** The flag is lowered after the first weights are set, so that the primary never gets more than they say. */
    private void weights() {
        for (int i = 0; i < WEIGHTS.size(); i++) {
            int weight = WEIGHTS.get(i);
            String settle = "Settle " + weight;
            String next = i + 1 < WEIGHTS.size() ? "Weight " + WEIGHTS.get(i + 1) : "Capacity";
            steps.step("Weight " + weight, weigh(weight, "$.weighed", i == 0 ? "Lower flag" : settle));
            if (i == 0) {
                steps.step("Lower flag", parts.flag(0, settle));
            }
            steps.add(settle, new State.Wait(timings.gateSeconds(), "Gate " + weight));
            steps.add("Gate " + weight, parts.function("observe", pairs("region", names.primary()), "$.seen",
                    "Green at " + weight + "?"));
            steps.add("Green at " + weight + "?", new Choice(List.of(new Rule(List.of(
                    new Test("$.seen.Payload.ready", "BooleanEquals", true),
                    new Test("$.seen.Payload.calm", "BooleanEquals", true)), next)), TAKE_BACK));
        }
    }

    private State.Task weigh(int primary, String resultPath, String next) {
        return parts.function("weights", pairs("primary", primary, "settings.$", "$.settings.Item"), resultPath, next);
    }

    private void end() {
        steps.step("Capacity", parts.capacity("normalTasks", false, "Keep record"));
        steps.step("Keep record", parts.record("failback", "done", "Tell done"));
        steps.add("Tell done", parts.tell("failback done", "States.Format('" + names.primary()
                + " serves and writes again, asked for by {}.', $.run.requestedBy)", "Give lock back"));
        steps.add("Give lock back", parts.lock("SET #op = :op", pairs(":op", Map.of("S", "idle")), Optional.empty(), "Done"));
        steps.add("Done", new State.Succeed());
    }

    /** The weights go back to what the program declares: while the flag is up they do not count. */
    private void takeBack() {
        steps.failingTo("Tell failed");
        steps.step(TAKE_BACK, parts.flag(1, "Epoch back"));
        steps.step("Epoch back", parts.epoch(names.survivor(), "attribute_not_exists(#w) OR #w <> :w", Map.of(), "Weights back"));
        steps.step("Weights back", weigh(100, "$.weighed", "Tell red"));
        steps.add("Tell red", parts.tell("failback taken back", "States.Format('" + names.primary()
                + " was not well; {} serves and writes.', '" + names.survivor() + "')", "Lock back"));
        steps.add("Lock back", parts.lock("SET #op = :op", pairs(":op", Map.of("S", "idle")), Optional.empty(), "Red"));
        steps.add("Red", new State.Fail("GateRed",
                "the primary was not well: the survivor serves and writes; look at its alarms, then run the failback again"));
        steps.bare("Tell failed", parts.tell("failback failed",
                "States.Format('A step of the failback failed: {}', States.JsonToString($.error))", "Failed"));
        steps.add("Failed", new State.Fail("StepFailed", "run the failback again, or a takeover: every step may be done twice"));
        steps.add(Steps.SUPERSEDED, new State.Fail("Superseded", "another run took the lock: this one changed nothing since"));
    }
}
