package dev.tandem.preview.project;

/**
 * The project, a stack or a file beside them is not what it must be; exit code 2. The message is for the user: file,
 * line, what was found, what was expected, an example.
 */
public final class InvalidProjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidProjectException(String message) {
        super(message);
    }
}
