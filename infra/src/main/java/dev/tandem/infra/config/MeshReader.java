package dev.tandem.infra.config;

import dev.tandem.components.mesh.AppMeshBackend;
import dev.tandem.components.mesh.EnvoyBackend;
import dev.tandem.infra.config.Section.Expected;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code tandem:mesh}: what carries the mesh. */
final class MeshReader {

    private static final Expected SHAPE =
            new Expected("an object of backend and, with app-mesh, canaryPercent", "{backend: envoy}");
    private static final Expected SHARES = new Expected(
            "only with backend app-mesh: with envoy the route documents say it, and operators change them", "./tandem traffic SERVICE");

    private MeshReader() {}

    /** Envoy unless it is said otherwise. */
    static StackConfig.Mesh read(Section tandem, Set<String> services) {
        if (!tandem.has("mesh")) {
            return new StackConfig.Mesh(EnvoyBackend.NAME, Map.of());
        }
        Section mesh = tandem.object("mesh", SHAPE);
        if (mesh == null) {
            return null;
        }
        String backend = mesh.text("backend", EnvoyBackend.NAME + "|" + AppMeshBackend.NAME, new Expected(
                EnvoyBackend.NAME + " or " + AppMeshBackend.NAME + " (docs/mesh-backends.md)", EnvoyBackend.NAME));
        Map<String, Integer> shares = new TreeMap<>();
        if (mesh.has("canaryPercent") && EnvoyBackend.NAME.equals(backend)) {
            mesh.problem("canaryPercent", "shares of canaries", SHARES);
        } else if (mesh.has("canaryPercent")) {
            Section percent = mesh.object("canaryPercent", new Expected("percent by service of " + services, "{auth: 5}"));
            if (percent != null) {
                percent.keys().stream().filter(services::contains).forEach(service ->
                        shares.put(service, percent.integer(service, 0, 100, "percent of requests for the canary", 5)));
                percent.rejectUnknown();
            }
        }
        mesh.rejectUnknown();
        return backend == null ? null : new StackConfig.Mesh(backend, shares);
    }
}
