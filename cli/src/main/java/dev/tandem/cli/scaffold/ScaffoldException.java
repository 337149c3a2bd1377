package dev.tandem.cli.scaffold;

/** What was asked for cannot be made; the message says what was found, what was expected, and how to fix it. Nothing was written. */
public final class ScaffoldException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With a message for the reader. */
    public ScaffoldException(String message) {
        super(message);
    }
}
