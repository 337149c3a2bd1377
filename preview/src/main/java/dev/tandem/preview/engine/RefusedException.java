package dev.tandem.preview.engine;

/** The engine refuses a request of the program; the message goes to the program and, in place of its own, to the user. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose fault it is, which decides the exit code. */
    enum Kind {
        /** A fixture or configuration is missing: 2. */
        CONFIGURATION,
        /** The program asked for something that no engine would do: 3. */
        PROGRAM
    }

    private final Kind kind;

    RefusedException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
