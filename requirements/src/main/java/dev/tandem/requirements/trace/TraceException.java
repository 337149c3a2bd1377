package dev.tandem.requirements.trace;

/** A file of the tracing is not as it should be; the message says where, what was found, what was expected. */
public final class TraceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message is shown to the user as it is. */
    public TraceException(String message) {
        super(message);
    }
}
