package dev.tandem.preview.engine;

import java.util.List;

/**
 * What came of running a program for one stack. Immutable.
 *
 * @param deployment what it registered, complete only when {@code outcome} is {@link Outcome#COMPLETED}
 * @param log what it logged
 * @param problems why it did not complete, for the user; empty when it did
 */
public record ProgramResult(Deployment deployment, EngineLog log, Outcome outcome, List<String> problems) {

    /** How it ended. */
    public enum Outcome {
        COMPLETED,
        /** The stack's configuration or its fixtures are wrong. */
        INVALID,
        FAILED
    }

    public ProgramResult {
        problems = List.copyOf(problems);
    }
}
