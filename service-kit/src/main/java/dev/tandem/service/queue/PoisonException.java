package dev.tandem.service.queue;

/** A message that will never be understood; it goes to the dead letters without waits between its tries. */
public final class PoisonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what is wrong, without the message's content. */
    public PoisonException(String message) {
        super(message);
    }
}
