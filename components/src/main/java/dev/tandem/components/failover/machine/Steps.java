package dev.tandem.components.failover.machine;

import dev.tandem.components.workflow.Calls;
import dev.tandem.components.workflow.State;
import dev.tandem.components.workflow.State.Choice;
import dev.tandem.components.workflow.State.Rule;
import dev.tandem.components.workflow.State.Test;
import dev.tandem.components.workflow.State.Wait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects a machine's states. Before each step it looks at the lock item: paused, it waits and looks again; taken by another
 * run, it ends without touching anything more. Not safe for use by several threads.
 */
final class Steps {

    static final String SUPERSEDED = "Superseded";

    private final Map<String, State> states = new LinkedHashMap<>();
    private final PairStates parts;
    private final int holdSeconds;
    private String failed;

    /**
     * No states yet.
     *
     * @param holdSeconds between two looks at the pause flag. Step Functions ends a run after 25,000 events ("Service quotas"), of which
     *                    each look takes nine: with 15 s it can be held for eleven hours, with 60 s for a day and a half
     * @param failed      where errors go
     */
    Steps(PairStates parts, int holdSeconds, String failed) {
        this.parts = parts;
        this.holdSeconds = holdSeconds;
        this.failed = failed;
    }

    /** Where errors go of the states that follow. */
    void failingTo(String state) {
        failed = state;
    }

    /** A state as it is. */
    void bare(String name, State state) {
        if (states.put(name, state) != null) {
            throw new IllegalArgumentException("two states are named " + name);
        }
    }

    /** A state whose errors are handled. */
    void add(String name, State state) {
        if (state instanceof State.Task task && !task.handlers().containsKey(Calls.ALL)) {
            bare(name, task.handling(Calls.ALL, failed));
        } else if (state instanceof State.Each each) {
            bare(name, new State.Each(each.itemsPath(), each.item(), each.concurrent(),
                    Map.of(Calls.ALL, failed), each.next()));
        } else {
            bare(name, state);
        }
    }

    /** A step that changes something: whoever goes to {@code name} looks at the lock first. */
    void step(String name, State work) {
        String may = "May " + name;
        String hold = "Hold " + name;
        add(name, parts.readLock(may));
        Test known = new Test("$.lock.Item.execution.S", "IsPresent", true);
        Test mine = new Test("$.lock.Item.execution.S", "StringEqualsPath", "$.run.execution");
        Test told = new Test("$.lock.Item.paused.BOOL", "IsPresent", true);
        Test paused = new Test("$.lock.Item.paused.BOOL", "BooleanEquals", true);
        bare(may, new Choice(List.of(
                new Rule(List.of(known, mine, told, paused), hold),
                new Rule(List.of(known, mine), "Do " + name)), SUPERSEDED));
        bare(hold, new Wait(holdSeconds, name));
        add("Do " + name, work);
    }

    /** All of them, in the order in which they came. */
    Map<String, State> states() {
        return states;
    }
}
