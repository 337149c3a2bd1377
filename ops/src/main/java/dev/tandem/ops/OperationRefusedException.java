package dev.tandem.ops;

/** A command is not done, and why: the message names what was found, what was expected and the way out. */
public final class OperationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for the operator */
    public OperationRefusedException(String message) {
        super(message);
    }
}
