package dev.tandem.mesh.route;

/** A source of route documents can't be reached, refuses, or holds something that is no document. The message says which. */
public class RouteSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what was asked of whom, what came back, what to do */
    public RouteSourceException(String message) {
        super(message);
    }

    /**
     * With its cause.
     *
     * @param message what was asked of whom, what came back, what to do
     * @param cause   what the source threw
     */
    public RouteSourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
