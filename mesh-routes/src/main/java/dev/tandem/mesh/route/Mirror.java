package dev.tandem.mesh.route;

import java.util.Objects;

/**
 * Copies of requests go to a version as well; its answers are dropped.
 *
 * @param version version that gets the copies
 * @param percent share of the requests, whole percent 1 to 100
 */
public record Mirror(String version, int percent) {
    /** The version is required. */
    public Mirror {
        Objects.requireNonNull(version, "version");
    }
}
