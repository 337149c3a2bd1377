package dev.tandem.mesh.store;

/** Someone else changed the service's routes meanwhile, or is doing so. The message says who, when and what. */
public final class RouteConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message both versions, the other writer, the difference, what to do */
    public RouteConflictException(String message) {
        super(message);
    }
}
