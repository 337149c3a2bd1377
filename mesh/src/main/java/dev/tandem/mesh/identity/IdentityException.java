package dev.tandem.mesh.identity;

/** Why an identity cannot be issued, trusted or read; the message names what was found, what was expected, and the fix. */
public class IdentityException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With a message for the reader. */
    public IdentityException(String message) {
        super(message);
    }

    /** With a message for the reader and what led to it. */
    public IdentityException(String message, Throwable cause) {
        super(message, cause);
    }
}
