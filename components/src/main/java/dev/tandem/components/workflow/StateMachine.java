package dev.tandem.components.workflow;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A machine, or the part of one that runs for each item. Immutable; whole by construction: every state that is named exists,
 * can be reached, and reaches an end.
 *
 * @param comment        what it does, one sentence
 * @param startAt        first state
 * @param states         by name, in the order in which they are written
 * @param timeoutSeconds the machine is stopped after so many seconds; 0 for the part of a machine
 */
public record StateMachine(String comment, String startAt, Map<String, State> states, int timeoutSeconds) {

    /** Source: Step Functions quotas, "state name". */
    private static final int LONGEST_NAME = 80;

    /** @throws IllegalArgumentException when a state is missing, unreachable, endless or has too long a name */
    public StateMachine {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        require(states.containsKey(startAt), "it starts at \"" + startAt + "\", which is none of " + states.keySet());
        for (Map.Entry<String, State> entry : states.entrySet()) {
            String name = entry.getKey();
            require(name.length() <= LONGEST_NAME, "state \"" + name + "\" has " + name.length()
                    + " characters, Step Functions takes " + LONGEST_NAME);
            for (String next : entry.getValue().successors()) {
                require(states.containsKey(next), "state \"" + name + "\" goes to \"" + next + "\", which does not exist");
            }
        }
        Set<String> lost = new TreeSet<>(states.keySet());
        lost.removeAll(reachable(states, startAt));
        require(lost.isEmpty(), "no way leads to " + lost);
        Map<String, State> all = states;
        for (String name : all.keySet()) {
            require(reachable(all, name).stream().anyMatch(end -> all.get(end).successors().isEmpty()),
                    "state \"" + name + "\" never comes to an end");
        }
    }

    /** States that can come after this one, itself included. */
    static Set<String> reachable(Map<String, State> states, String from) {
        Set<String> seen = new LinkedHashSet<>(List.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String next : states.get(open.pop()).successors()) {
                if (states.containsKey(next) && seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return seen;
    }

    /** The machine in the Amazon States Language; equal machines give equal text. */
    public String toJson() {
        return StatesLanguage.json(this);
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("state machine: " + problem);
        }
    }
}
