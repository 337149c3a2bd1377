package dev.tandem.ops.render;

import dev.tandem.mesh.envoy.Bootstraps;
import dev.tandem.mesh.envoy.FileLayout;
import dev.tandem.mesh.envoy.MeshView;
import dev.tandem.mesh.envoy.Renderer;
import dev.tandem.mesh.envoy.Sidecar;
import dev.tandem.mesh.envoy.SnapshotFiles;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteSource;
import dev.tandem.ops.OperationRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bootstrap and route files of a service's task, by the renderer that its agent uses; no certificates, since they are secret. */
public final class SidecarFiles {

    private SidecarFiles() {}

    /**
     * The files by path below {@code directory}.
     *
     * @param routes    where documents come from
     * @param service   service name
     * @param sidecar   the task; its directory stands in the files
     * @return {@code bootstrap.yaml} and {@code routes/current/...}
     * @throws OperationRefusedException when the service, or one that it calls, has no document
     */
    public static Map<String, String> of(RouteSource routes, String service, Sidecar sidecar) {
        RouteDocument own = document(routes, service, "");
        List<RouteDocument> callees = new ArrayList<>();
        own.calls().forEach(callee -> callees.add(document(routes, callee, ", which " + service + " calls")));
        Map<String, String> files = new TreeMap<>();
        files.put(FileLayout.BOOTSTRAP, SnapshotFiles.of(Bootstraps.of(sidecar, service)));
        SnapshotFiles.of(Renderer.render(sidecar, MeshView.of(own, callees))).forEach((name, text) ->
                files.put(FileLayout.ROUTES + "/" + FileLayout.CURRENT + "/" + name, text));
        return Collections.unmodifiableMap(files);
    }

    private static RouteDocument document(RouteSource routes, String service, String why) {
        return routes.live(service).map(LiveRoute::document).orElseThrow(() -> new OperationRefusedException(
                "service '" + service + "'" + why + " has no routes there; './tandem status' lists the services that have"));
    }

    /**
     * Writes the files.
     *
     * @throws OperationRefusedException when the directory can't be written; the message says which file
     */
    public static void write(Path directory, Map<String, String> files) {
        files.forEach((name, text) -> {
            Path file = directory.resolve(name);
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException | UncheckedIOException failed) {
                throw new OperationRefusedException("--out: cannot write " + file + " (" + failed.getMessage()
                        + "), expected a folder that can be written");
            }
        });
    }
}
