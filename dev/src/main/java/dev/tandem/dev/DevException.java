package dev.tandem.dev;

/** Something that keeps the services from running here; its message is for the reader. */
public final class DevException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what was found, what was expected, and how to fix it. */
    public DevException(String message) {
        super(message);
    }
}
