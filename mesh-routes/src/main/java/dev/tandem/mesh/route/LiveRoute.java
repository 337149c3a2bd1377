package dev.tandem.mesh.route;

import java.util.Objects;

/**
 * A document that is live, and which of the service's documents it is.
 *
 * @param version  number of the document in the service's history, from 1
 * @param document what it says
 */
public record LiveRoute(long version, RouteDocument document) {
    /** The document is required. */
    public LiveRoute {
        Objects.requireNonNull(document, "document");
    }
}
