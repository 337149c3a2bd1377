package dev.tandem.mesh.members;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The tasks of one version in the other region, as that region wrote them. Immutable; the addresses are not checked yet.
 *
 * @param addresses {@code IPV4} or {@code IPV4:PORT}; without a port that of the mesh
 * @param writtenAt when they were written, by the other region's clock
 */
public record RemoteTasks(List<String> addresses, Instant writtenAt) {

    /** Copies. */
    public RemoteTasks {
        addresses = List.copyOf(addresses);
        Objects.requireNonNull(writtenAt, "writtenAt");
    }
}
