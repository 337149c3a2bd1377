package dev.tandem.components.mesh;

import java.util.Objects;
import java.util.Optional;

/**
 * What all services of a region have in common in the mesh. Immutable.
 *
 * @param trustDomain SPIFFE trust domain, the same in both regions
 * @param otherRegion region whose tasks are called when those here are gone; empty for none
 * @param backend     what carries the mesh
 */
public record MeshSettings(String trustDomain, Optional<String> otherRegion, MeshBackend backend) {

    /** Checked at the door. */
    public MeshSettings {
        Objects.requireNonNull(trustDomain, "trustDomain");
        Objects.requireNonNull(otherRegion, "otherRegion");
        Objects.requireNonNull(backend, "backend");
    }

    /** A region of its own, on plain Envoys. */
    public static MeshSettings of(String trustDomain) {
        return new MeshSettings(trustDomain, Optional.empty(), new EnvoyBackend());
    }

    /** The same with another region to fall back on. */
    public MeshSettings withOtherRegion(String region) {
        return new MeshSettings(trustDomain, Optional.of(region), backend);
    }

    /** The same without another region to fall back on. */
    public MeshSettings alone() {
        return new MeshSettings(trustDomain, Optional.empty(), backend);
    }

    /** The same, carried by something else. */
    public MeshSettings carriedBy(MeshBackend other) {
        return new MeshSettings(trustDomain, otherRegion, other);
    }
}
