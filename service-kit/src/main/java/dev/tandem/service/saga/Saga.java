package dev.tandem.service.saga;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A transaction over several services, step by step. First what can be undone, then what can only go on: whichever happens, it
 * ends with everything or with nothing. Immutable.
 */
public final class Saga {

    private final String name;
    private final List<SagaStep> steps;

    private Saga(String name, List<SagaStep> steps) {
        this.name = name;
        this.steps = steps;
    }

    /** A saga without steps. @param name e.g. {@code sign-up} */
    public static Saga named(String name) {
        return new Saga(name, List.of());
    }

    /**
     * With a step that {@code undo} takes back.
     *
     * @throws IllegalArgumentException after a retriable step, or when a name is used twice
     */
    public Saga step(String queue, String action, String undo) {
        if (steps.stream().anyMatch(step -> step.kind() == SagaStep.Kind.RETRIABLE)) {
            throw new IllegalArgumentException("step " + action + " of saga " + name + " follows a step that cannot be undone;"
                    + " expected all that may fail before it. Fix: move it up");
        }
        return plus(new SagaStep(SagaStep.Kind.COMPENSATABLE, action, queue, Optional.of(undo)));
    }

    /** With a step that is done again until it is done. */
    public Saga finallyDo(String queue, String action) {
        return plus(new SagaStep(SagaStep.Kind.RETRIABLE, action, queue, Optional.empty()));
    }

    private Saga plus(SagaStep step) {
        List<SagaStep> more = new ArrayList<>(steps);
        more.add(step);
        TreeSet<String> names = new TreeSet<>();
        for (SagaStep each : more) {
            if (!names.add(each.action()) || each.undo().isPresent() && !names.add(each.undo().get())) {
                throw new IllegalArgumentException("action " + each.action() + " or its undoing is twice in saga " + name
                        + ", expected each name once");
            }
        }
        return new Saga(name, List.copyOf(more));
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Services that take its commands, sorted. */
    public List<String> participants() {
        return steps.stream().map(SagaStep::queue).distinct().sorted().toList();
    }

    /** Its steps, in order. */
    public List<SagaStep> steps() {
        return steps;
    }
}
