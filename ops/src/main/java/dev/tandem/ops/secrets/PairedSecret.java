package dev.tandem.ops.secrets;

import java.util.Map;

/**
 * A secret as one region sees it. Its value is never read.
 *
 * @param name     such as {@code tandem/prod/auth}
 * @param region   the region that was asked
 * @param owner    region whose copy takes a new value; the asked one for a secret without replicas
 * @param replicas state of each replica by region, as the owner tells: {@code InSync}, {@code InProgress}, {@code Failed}
 */
public record PairedSecret(String name, String region, String owner, Map<String, String> replicas) {

    /** Whether the asked region has a replica, which takes no new value. */
    public boolean replica() {
        return !owner.equals(region);
    }

    /** One line. */
    public String text() {
        return name + ": " + (replica() ? "replica in " + region + " of " + owner
                : "owned by " + region + (replicas.isEmpty() ? ", no replica" : ", replicas " + replicas));
    }
}
