package dev.tandem.e2e.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.EnvoyProcess;
import dev.tandem.e2e.envoy.TestCa;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.envoy.FileLayout;
import dev.tandem.mesh.envoy.Secrets;
import dev.tandem.mesh.envoy.SnapshotFiles;
import dev.tandem.mesh.route.RouteDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Envoy, with unknown fields refused, takes each golden of the renderer and has nothing to say against it. */
@NeedsTools(Tools.ENVOY)
class EnvoyAcceptsTest {

    private static final Path GOLDEN = ScratchClone.repository().resolve("mesh/src/test/resources/golden");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"one-region", "own-edge", "two-regions"})
    void takesWhatIsRendered(String sample) throws IOException {
        String host = sample.equals("two-regions") ? "127.0.77.2" : "127.0.77.1";
        layOut(sample, "");
        try (EnvoyProcess envoy = EnvoyProcess.start(directory.resolve(FileLayout.BOOTSTRAP), host, 9901, directory.resolve("log"))) {
            assertThat(envoy.complaints()).isEmpty();
            Map<String, Long> stats = envoy.admin().stats("update_rejected|update_failure|total_listeners_active|active_clusters$");
            assertThat(stats).containsEntry("listener_manager.total_listeners_active", sample.equals("two-regions") ? 2L : 3L);
            assertThat(stats.entrySet().stream().filter(stat -> stat.getKey().contains("update_rejected")).toList())
                    .isNotEmpty().allSatisfy(stat -> assertThat(stat.getValue()).as(stat.getKey()).isZero());
        }
    }

    @Test
    void refusesAFieldThatItDoesNotKnow() throws IOException {
        layOut("one-region", "\"no_such_field\": 1,");
        try (EnvoyProcess envoy = EnvoyProcess.start(directory.resolve(FileLayout.BOOTSTRAP), "127.0.77.1", 9901, directory.resolve("log"))) {
            envoy.awaitComplaint("no_such_field");
        }
    }

    /** Envoy takes such a field and only says so: the other tests fail on what it says. */
    @Test
    void complainsOfADeprecatedField() throws IOException {
        layOut("one-region", "\"dns_refresh_rate\": \"5s\",");
        try (EnvoyProcess envoy = EnvoyProcess.start(directory.resolve(FileLayout.BOOTSTRAP), "127.0.77.1", 9901, directory.resolve("log"))) {
            envoy.awaitComplaint("Deprecated field", "dns_refresh_rate");
        }
    }

    private void layOut(String sample, String extra) throws IOException {
        Path routes = Files.createDirectories(directory.resolve("routes/1"));
        Path identity = Files.createDirectories(directory.resolve("identity/1"));
        try (var files = Files.list(GOLDEN.resolve(sample))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replace("\"/mesh/", "\"" + directory + "/");
                String name = file.getFileName().toString();
                if (name.equals(FileLayout.BOOTSTRAP)) {
                    Files.writeString(directory.resolve(name), text);
                } else {
                    Files.writeString(routes.resolve(name), name.equals("cds.json")
                            ? text.replace("\"connect_timeout\"", extra + "\"connect_timeout\"") : text);
                }
            }
        }
        TestCa ca = new TestCa("mesh.example.org");
        RouteDocument own = RouteDocument.builder("auth").in("prod", "mesh.example.org").version("stable", 100, 1).build();
        TestCa.Issued issued = ca.issue(own.spiffeId());
        for (Map.Entry<String, String> file :
                SnapshotFiles.of(Secrets.of(issued.chain(), issued.key(), ca.bundle(), own)).entrySet()) {
            Files.writeString(identity.resolve(file.getKey()), file.getValue());
        }
        for (String folder : List.of("routes", "identity")) {
            Files.createSymbolicLink(directory.resolve(folder).resolve(FileLayout.CURRENT), Path.of("1"));
        }
    }
}
