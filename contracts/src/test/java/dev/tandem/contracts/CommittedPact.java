package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Holds the committed pacts, by which providers are judged, to what a consumer's test wrote. Only a run of the whole class
 * writes the whole pact.
 */
final class CommittedPact implements BeforeAllCallback, AfterAllCallback {

    /** Where consumers' tests write. */
    static final String WRITTEN = "target/pacts";

    private static final Path COMMITTED = Path.of("pacts");

    /** Pact adds to a file that is there, and what nobody expects any more would stay in it. */
    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        for (Path file : files(Path.of(WRITTEN))) {
            Files.delete(file);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        List<Path> written = files(Path.of(WRITTEN));
        assertThat(written).as("pacts that " + context.getDisplayName() + " wrote").isNotEmpty();
        for (Path file : written) {
            compare(file, COMMITTED.resolve(file.getFileName().toString()), Boolean.getBoolean("pacts.write"));
        }
    }

    static void compare(Path written, Path committed, boolean write) throws IOException {
        String now = Files.readString(written).strip() + "\n";
        if (write) {
            Files.writeString(committed, now);
        }
        assertThat(Files.isRegularFile(committed) ? Files.readString(committed) : "")
                .as("%s against what the consumer's test expects now (%s). Fix: undo the change, or run the whole class with"
                        + " -Dpacts.write=true, read the difference and commit it", committed, written)
                .isEqualTo(now);
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
