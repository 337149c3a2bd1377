package dev.tandem.preview.pack;

/** The pack did not start, ended too early, or answered a call with an error; exit code 4. The message is for the user. */
public final class PackFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PackFailedException(String message) {
        super(message);
    }
}
