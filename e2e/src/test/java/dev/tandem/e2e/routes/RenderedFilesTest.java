package dev.tandem.e2e.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.EnvoyProcess;
import dev.tandem.e2e.envoy.TestCa;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.envoy.FileLayout;
import dev.tandem.mesh.envoy.Secrets;
import dev.tandem.mesh.envoy.Sidecar;
import dev.tandem.mesh.envoy.SnapshotFiles;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.ops.render.RouteFolder;
import dev.tandem.ops.render.SidecarFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mesh render} writes is what a real Envoy, with unknown fields refused, takes. */
@NeedsTools(Tools.ENVOY)
class RenderedFilesTest {

    private static final String HOST = "127.0.79.1";

    @TempDir
    private Path directory;

    @Test
    void envoyTakesTheRenderedFiles() throws IOException {
        RouteDocument auth = RouteTables.auth(5);
        RouteDocument persona = RouteDocument.builder("persona").in("prod", "prod.example.org").version("stable", 100, 1)
                .path(Optional.of("/api/persona")).calls(List.of("auth")).build();
        Path documents = Files.createDirectories(directory.resolve("documents"));
        Files.writeString(documents.resolve("auth.json"), RouteJson.pretty(auth));
        Files.writeString(documents.resolve("persona.json"), RouteJson.pretty(persona));
        Path task = directory.resolve("task");
        Sidecar sidecar = Sidecar.of("stable", "persona-stable", "eu-central-1", task.toString()).at(HOST, HOST);
        SidecarFiles.write(task, SidecarFiles.of(new RouteFolder(documents), "persona", sidecar));
        TestCa ca = new TestCa("prod.example.org");
        TestCa.Issued issued = ca.issue(persona.spiffeId());
        Path identity = Files.createDirectories(task.resolve(FileLayout.IDENTITY).resolve(FileLayout.CURRENT));
        for (var file : SnapshotFiles.of(Secrets.of(issued.chain(), issued.key(), ca.bundle(), persona)).entrySet()) {
            Files.writeString(identity.resolve(file.getKey()), file.getValue());
        }
        try (EnvoyProcess envoy = EnvoyProcess.start(task.resolve(FileLayout.BOOTSTRAP), HOST, 9901, directory.resolve("log"))) {
            assertThat(envoy.complaints()).isEmpty();
            assertThat(envoy.admin().stats("total_listeners_active|update_rejected"))
                    .containsEntry("listener_manager.total_listeners_active", 3L)
                    .allSatisfy((name, value) -> assertThat(name.contains("rejected") ? value : 0L).as(name).isZero());
        }
    }
}
