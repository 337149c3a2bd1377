package dev.tandem.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives come by themselves, are used, and change nothing that a program says. */
class ArchiveTest {

    private static final String ADDED =
        "package dev.tandem.components; public class Added { static final Object TEXT = String.valueOf(\"hello\"); }";

    @TempDir
    Path directory;

    @Test
    void archiveIsMadeAfterTheFirstRunUsedAndIgnoredWhereItDoesNotFit() throws Exception {
        ToyClone clone = new ToyClone(directory);
        clone.greet("hi");
        says(clone, "hi");
        // Recorded belongs to what was run: after a change it is done again, and has the new classes.
        clone.write("components/src/main/java/dev/tandem/components/Added.java", ADDED);
        clone.write(
            ToyClone.GREETING, "package dev.tandem.components; public class Greeting { public static final Object TEXT = Added.TEXT; }");
        says(clone, "hello");
        assertThat(archives(clone)).isEmpty();
        says(clone, "hello");
        waitForArchive(clone);
        assertThat(Files.readString(archives(clone).get(0), StandardCharsets.ISO_8859_1)).contains("dev/tandem/components/Added");
        clone.mavenFails();
        says(clone, "hello");
        // -Xshare:on refuses to start with an archive that does not fit.
        assertThat(clone.program(environment("JDK_JAVA_OPTIONS", "-Xshare:on")).succeeded().out())
            .isEqualTo("hello [] null\n");
        // In a clone that was moved it does not fit, and nobody hears of it.
        Path moved = directory.resolve("moved");
        Files.move(clone.root(), moved);
        Run.Finished elsewhere = Run.in(moved, clone.environment(environment()), Duration.ofMinutes(2),
            List.of(moved.resolve("infra/mvn-program").toString(), "compile", "exec:java")).succeeded();
        assertThat(elsewhere.text()).isEqualTo("hello [] null\n");
        Files.move(moved, clone.root());
        // Damaged, it is ignored.
        Path archive = archives(clone).get(0);
        Files.delete(archive);
        Files.writeString(archive, "no archive");
        says(clone, "hello");
    }

    /** What every run gets. */
    Map<String, String> environment() {
        return Map.of("TANDEM_ARCHIVE", "on");
    }

    private Map<String, String> environment(String name, String value) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.put(name, value);
        return environment;
    }

    private void says(ToyClone clone, String greeting) {
        Run.Finished run = clone.program(environment()).succeeded();
        assertThat(run.out()).isEqualTo(greeting + " [] null\n");
        assertThat(run.err()).isEmpty();
    }

    /** Also while what makes one moves and removes its files. */
    private static List<Path> archives(ToyClone clone) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(clone.root().resolve(".tandem/launch/infra"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".jsa")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static void waitForArchive(ToyClone clone) throws Exception {
        for (int i = 0; i < 6_000; i++) {
            List<Path> found = archives(clone);
            // The directory it was made in goes last; then nothing is written any more.
            if (!found.isEmpty() && !Files.exists(Path.of(found.get(0) + ".making"))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no archive within ten minutes; there is " + Run.in(clone.root(), "find", ".tandem").out());
    }
}
