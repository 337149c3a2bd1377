package dev.tandem.components.service;

import java.util.Objects;
import java.util.Optional;

/**
 * Which region's stack declares a service's table. A global table is one resource: the owner's stack declares it with a
 * replica in the other region, whose stack declares nothing and uses the same name there.
 *
 * @param created whether this stack declares the table
 * @param replica where it has a replica; empty for none
 */
public record TableHome(boolean created, Optional<Replica> replica) {

    /**
     * A replica.
     *
     * @param region AWS region
     * @param keyArn customer key there, by its ARN: an alias would look like a change after every refresh
     */
    public record Replica(String region, String keyArn) {}

    /** Rejects nulls. */
    public TableHome {
        Objects.requireNonNull(replica, "replica");
    }

    /** A table of this region alone. */
    public static TableHome here() {
        return new TableHome(true, Optional.empty());
    }

    /** A table declared here, with a replica. */
    public static TableHome withReplicaIn(String region, String keyArn) {
        return new TableHome(true, Optional.of(new Replica(region, keyArn)));
    }

    /** The replica of a table that the other region's stack declares. */
    public static TableHome elsewhere() {
        return new TableHome(false, Optional.empty());
    }
}
