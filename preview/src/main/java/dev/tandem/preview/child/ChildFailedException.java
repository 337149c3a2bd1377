package dev.tandem.preview.child;

/** A child process could not be started, went silent, or ended too early. The message is for the user. */
public final class ChildFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChildFailedException(String message) {
        super(message);
    }
}
