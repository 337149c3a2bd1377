package dev.tandem.components.service;

import dev.tandem.components.mesh.DeclaredRoutes;
import dev.tandem.components.mesh.MeshSettings;
import java.util.List;
import java.util.TreeSet;

/**
 * A service's place in the mesh. Pure.
 *
 * @param settings what all services of the region have in common
 * @param calls    services that it calls, sorted: its proxy needs their routes
 */
public record MeshMembership(MeshSettings settings, List<String> calls) {

    /** Sorts. */
    public MeshMembership {
        calls = List.copyOf(new TreeSet<>(calls));
    }

    /** A service that calls nobody, in its environment's own trust domain. */
    static MeshMembership alone(ServiceNames names) {
        return new MeshMembership(MeshSettings.of(DeclaredRoutes.trustDomain(names.project(), names.environment())), List.of());
    }
}
