package dev.tandem.service.store;

/** The table takes no more requests for now. Later the same will do; it may also have been done. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With what the table said. */
    public BusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
