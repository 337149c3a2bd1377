package dev.tandem.mesh.route;

import java.util.Objects;

/**
 * A document that is live, and which of the service's documents it is.
 *
 * @param version  number of the document in the service's history, from 1
 * @param document what it says
 * @param stamp    differs whenever what is live differs: the number, and what the stack declared where that has a part in it
 */
public record LiveRoute(long version, RouteDocument document, String stamp) {

    /** Document and stamp are required. */
    public LiveRoute {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(stamp, "stamp");
    }

    /** A document that is live as it was published. */
    public LiveRoute(long version, RouteDocument document) {
        this(version, document, Long.toString(version));
    }
}
