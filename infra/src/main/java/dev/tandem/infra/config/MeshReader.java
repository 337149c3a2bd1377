package dev.tandem.infra.config;

import dev.tandem.components.mesh.AppMeshBackend;
import dev.tandem.components.mesh.EnvoyBackend;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code tandem:mesh}: what carries the mesh. */
final class MeshReader {

    private static final Expected SHAPE =
            new Expected("an object of backend and, with app-mesh, canaryPercent and privateCaArn", "{backend: envoy}");
    private static final Expected SHARES = new Expected(
            "only with backend app-mesh: with envoy the route documents say it, and operators change them", "./tandem traffic SERVICE");

    private static final Expected ISSUER = new Expected(
            "only with backend app-mesh: with envoy the stack's own issuer vouches for the services", "no privateCaArn");

    private MeshReader() {}

    /** Envoy unless it is said otherwise. */
    static StackConfig.Mesh read(Section tandem, Set<String> services, String region) {
        if (!tandem.has("mesh")) {
            return new StackConfig.Mesh(EnvoyBackend.NAME, Map.of(), Optional.empty());
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
        Optional<String> privateCa = privateCa(mesh, backend, region);
        mesh.rejectUnknown();
        return backend == null ? null : new StackConfig.Mesh(backend, shares, privateCa);
    }

    /** App Mesh reads a private CA of its own region only. */
    private static Optional<String> privateCa(Section mesh, String backend, String region) {
        if (!mesh.has("privateCaArn")) {
            return Optional.empty();
        }
        if (EnvoyBackend.NAME.equals(backend)) {
            mesh.problem("privateCaArn", "a private CA", ISSUER);
            return Optional.empty();
        }
        return Optional.ofNullable(mesh.text("privateCaArn", Patterns.privateCa(region),
                new Expected("the ARN of an ACM Private CA in " + (region == null ? "this stack's region" : region),
                        "arn:aws:acm-pca:" + (region == null ? "eu-central-1" : region)
                                + ":111122223333:certificate-authority/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0")));
    }
}
