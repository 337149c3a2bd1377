package dev.tandem.service.saga;

import java.util.Optional;

/**
 * A step of a saga.
 *
 * @param action what the participant is told to do, e.g. {@code ReserveAccount}; also the state's name
 * @param queue  of the participant
 * @param undo   what takes it back; empty for the pivot and what follows it
 */
public record SagaStep(Kind kind, String action, String queue, Optional<String> undo) {

    /** What may happen to a step. */
    public enum Kind {
        /** Is undone when a later step fails. */
        COMPENSATABLE,
        /** Done again until it is done: nothing after it can be refused. */
        RETRIABLE
    }

    /** @throws IllegalArgumentException when a name cannot be a state's */
    public SagaStep {
        for (String name : undo.map(value -> java.util.List.of(action, value)).orElse(java.util.List.of(action))) {
            if (!name.matches("[A-Z][A-Za-z]{2,60}")) {
                throw new IllegalArgumentException("action '" + name + "', expected a name such as ReserveAccount");
            }
        }
    }
}
