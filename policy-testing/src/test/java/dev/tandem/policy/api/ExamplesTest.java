package dev.tandem.policy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever opens the page of a public type sees how it is used. */
class ExamplesTest {

    private static List<Path> types(Path sources, String mark) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> found = files.filter(f -> f.toString().endsWith(".java") && text(f).lines().anyMatch(l -> l.startsWith(mark)))
                    .toList();
            assertThat(found).hasSizeGreaterThan(5);
            return found;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyPublicTypeOfTheSdkHasAnExample() throws IOException {
        assertThat(types(Path.of("..", "policy-sdk", "src", "main", "java"), "@PublicApi"))
                .allSatisfy(f -> assertThat(text(f)).contains("<pre>{@code"));
    }

    @Test
    void everyPublicTypeOfTheHarnessHasAnExample() throws IOException {
        assertThat(types(Path.of("src", "main", "java"), "public ")).allSatisfy(f -> assertThat(text(f)).contains("<pre>{@code"));
    }
}
