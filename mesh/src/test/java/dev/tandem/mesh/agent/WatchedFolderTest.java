package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTest {

    @TempDir
    private Path directory;

    @Test
    void linkLeadsToTheLastCompletePublication() throws IOException {
        WatchedFolder folder = new WatchedFolder(directory.resolve("routes"));
        assertThat(folder.current()).isEmpty();
        for (int i = 1; i <= 8; i++) {
            folder.publish("v" + i, Map.of("cds.json", "text " + i));
        }
        assertThat(folder.current()).isEqualTo(Optional.of("v8"));
        Path file = directory.resolve("routes/current/cds.json");
        assertThat(file).hasContent("text 8");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var all = Files.list(directory.resolve("routes"))) {
            assertThat(all.map(path -> path.getFileName().toString()).toList()).containsExactlyInAnyOrder("current", "v8", "v7", "v6", "v5");
        }
    }

    @Test
    void halfOfAnEarlierAttemptIsWrittenAgain() throws IOException {
        WatchedFolder folder = new WatchedFolder(directory);
        Files.createDirectories(directory.resolve(".new-v1"));
        Files.createDirectories(directory.resolve("v1"));
        Files.writeString(directory.resolve("v1/cds.json"), "te");
        folder.publish("v1", Map.of("cds.json", "text"));
        assertThat(directory.resolve("current/cds.json")).hasContent("text");
    }
}
