package dev.tandem.mesh.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The very files that Envoy reads. After a wanted change: {@code -Dgolden.update=true}, read the difference, and run the
 * end-to-end test that gives each of them to a real Envoy.
 */
class GoldenFilesTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @ParameterizedTest
    @ValueSource(strings = {"one-region", "own-edge", "two-regions"})
    void filesAreAsCommitted(String sample) throws IOException {
        boolean two = sample.equals("two-regions");
        Sidecar one = sample.equals("own-edge") ? Samples.sidecar(1).withOwnEdge() : Samples.sidecar(1);
        Sidecar sidecar = two ? Samples.sidecar(2).withOtherRegion("eu-west-1").withResolver("127.0.77.2:5353") : one;
        MeshView view = two ? Samples.two() : Samples.one();
        Map<String, String> files = new TreeMap<>(SnapshotFiles.of(Renderer.render(sidecar, view)));
        files.put(FileLayout.BOOTSTRAP, SnapshotFiles.of(Bootstraps.of(sidecar, view.own().service())));
        Path folder = GOLDEN.resolve(sample);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(folder);
            try (var old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
        try (var there = Files.list(folder)) {
            assertThat(new TreeSet<>(there.map(file -> file.getFileName().toString()).toList())).isEqualTo(files.keySet());
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(file.getValue()).as(sample + "/" + file.getKey()).isEqualTo(Files.readString(folder.resolve(file.getKey())));
        }
    }
}
