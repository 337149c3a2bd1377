package dev.tandem.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import dev.tandem.e2e.process.Run;

/** What is built when. Every test starts from a clone that is built and says hello. */
class StalenessTest {

    @TempDir
    static Path directory;
    private static ToyClone clone;

    @BeforeAll
    static void makeClone() {
        clone = new ToyClone(directory);
    }

    @BeforeEach
    void sayHello() {
        clone.mavenIs("exec \"$MVN\" \"$@\"");
        clone.greet("hello");
        says("hello");
    }

    @Test
    void secondRunStartsNoMaven() {
        clone.mavenFails();
        says("hello");
    }

    @Test
    void touchedSourceStartsNoMaven() throws IOException {
        clone.mavenFails();
        Files.setLastModifiedTime(clone.root().resolve(ToyClone.GREETING), FileTime.from(Instant.now()));
        says("hello");
    }

    @Test
    void editInSiblingIsPickedUp() {
        clone.greet("good morning");
        says("good morning");
    }

    @Test
    void goingBackStartsNoMaven() {
        clone.greet("good evening");
        says("good evening");
        clone.mavenFails();
        clone.greet("hello");
        says("hello");
    }

    @Test
    void fileThatIsOlderThanTheBuildIsPickedUp() throws IOException {
        clone.greet("good night");
        Files.setLastModifiedTime(clone.root().resolve(ToyClone.GREETING), FileTime.from(Instant.EPOCH));
        says("good night");
    }

    @Test
    void deletedResourceIsPickedUp() {
        clone.write("components/src/main/resources/extra.txt", "x");
        says("hello with extra");
        clone.delete("components/src/main/resources/extra.txt");
        says("hello");
        // Not only the image made before the file was there: also what is built from now on.
        clone.greet("good day");
        says("good day");
    }

    @Test
    void deletedSourceIsPickedUp() {
        clone.write("infra/src/main/java/dev/tandem/infra/Other.java", """
            package dev.tandem.infra;

            public class Other {
                public static void main(String[] args) {
                    System.out.println("other");
                }
            }
            """);
        assertThat(clone.program("-DmainClass=dev.tandem.infra.Other").succeeded().out()).isEqualTo("other\n");
        clone.delete("infra/src/main/java/dev/tandem/infra/Other.java");
        clone.greet("without other");
        says("without other");
        Run.Finished gone = clone.program("-DmainClass=dev.tandem.infra.Other");
        assertThat(gone.exit()).isNotZero();
        assertThat(gone.err()).contains("ClassNotFoundException: dev.tandem.infra.Other");
    }

    @Test
    void twoRunsAtOnceBuildOnceAndAgree() {
        clone.mavenCounts();
        clone.greet("both of you");
        long before = clone.mavenStarts();
        List<CompletableFuture<Run.Finished>> runs = Stream.of(1, 2)
            .map(number -> CompletableFuture.supplyAsync(() -> clone.program()))
            .toList();
        runs.forEach(run -> assertThat(run.join().succeeded().out()).isEqualTo("both of you [] null\n"));
        assertThat(clone.mavenStarts() - before).isOne();
    }

    @Test
    void classesThatAnotherMavenDeletesWhileTheyArePackedAreBuiltAgain() {
        clone.mavenIs("""
            "$MVN" "$@" || exit
            [ ! -e "$here/deleted" ] || exit 0
            : > "$here/deleted"
            (
              until ls -d .tandem/launch/packing.*; do kill -0 "$PPID" || exit; sleep 0.01; done
              rm components/target/classes/dev/tandem/components/Greeting.class
            ) > /dev/null 2>&1 &
            """);
        clone.greet("whole");
        says("whole");
    }

    /** Between the look at a folder and the look at what is in it. */
    @Test
    void aClassThatGoesAwayUnderTheHandsOfWhatPacksItIsBuiltAgain() throws IOException {
        Path jdk = Files.createDirectories(directory.resolve("a jdk"));
        Path real = Path.of(System.getProperty("java.home"));
        link(real, jdk, "bin");
        link(real.resolve("bin"), Files.createDirectories(jdk.resolve("bin")), "jar");
        Path jar = Files.writeString(jdk.resolve("bin/jar"), """
            #!/bin/bash
            [ -e '%1$s/failed' ] || { : > '%1$s/failed'; rm -f '%2$s/components/target/classes/dev/tandem/components/Greeting.class'
              echo 'Greeting.class : no such file or directory' >&2; exit 1; }
            exec '%3$s/bin/jar' "$@"
            """.formatted(jdk, clone.root(), real));
        assertThat(jar.toFile().setExecutable(true)).isTrue();
        clone.greet("packed");
        Run.Finished run = clone.program(Map.of("JAVA_HOME", jdk.toString()));
        assertThat(run.succeeded().out()).isEqualTo("packed [] null\n");
        assertThat(run.err()).contains("a source or a class changed during the build; building again");
    }

    private static void link(Path from, Path to, String without) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.filter(each -> !each.getFileName().toString().equals(without)).toList()) {
                Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
            }
        }
    }

    @Test
    void treeThatCannotBeWrittenWorksAfterTheFirstBuild() throws IOException {
        clone.mavenFails();
        Run.in(clone.root(), "chmod", "-R", "a-w", ".").succeeded();
        try {
            // The change of permissions moved the time that tells what is newer.
            says("hello");
            List<String> before = state();
            says("hello");
            // The superuser may write whatever the permissions say, so look that nothing was written.
            assertThat(state()).isEqualTo(before);
        } finally {
            Run.in(clone.root(), "chmod", "-R", "u+w", ".").succeeded();
        }
    }

    private static List<String> state() {
        return Run.in(clone.root(), "find", ".", "-ls").succeeded().out().lines().sorted().toList();
    }

    private static void says(String greeting) {
        // Exactly this on stdout, also when Maven ran: the host reads it.
        assertThat(clone.program().succeeded().out()).isEqualTo(greeting + " [] null\n");
    }
}
