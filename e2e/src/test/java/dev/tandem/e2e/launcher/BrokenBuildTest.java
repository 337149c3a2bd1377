package dev.tandem.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that fail, are killed, or wait for another one. */
class BrokenBuildTest {

    @TempDir
    static Path directory;
    private static ToyClone clone;

    @BeforeAll
    static void makeClone() {
        clone = new ToyClone(directory);
    }

    @BeforeEach
    void realMaven() {
        clone.mavenIs("exec \"$MVN\" \"$@\"");
    }

    @Test
    void sourceThatDoesNotCompileIsNamedOnStderrOnly() {
        clone.write(ToyClone.GREETING, "package dev.tandem.components;\n\nclass Greeting {\n  int x = \"no\";\n}\n");
        Run.Finished broken = clone.program();
        assertThat(broken.exit()).isEqualTo(3);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err()).contains("Greeting.java:[4,11] incompatible types")
            .contains("tandem: Maven could not build infra (exit 1; its words are above).")
            .doesNotContain("Help 1").doesNotContain("\u001b");
        clone.greet("mended");
        assertThat(clone.program().succeeded().out()).isEqualTo("mended [] null\n");
    }

    @Test
    void killedBuildLeavesNothingThatLooksDone() throws Exception {
        clone.greet("before");
        assertThat(clone.program().succeeded().out()).startsWith("before");
        clone.greet("after");
        // As if the disk had taken only half of a class when all was killed.
        clone.mavenIs("""
            "$MVN" "$@"
            : > infra/target/classes/dev/tandem/infra/Main.class
            touch "$here/halfway"
            exec sleep 300""");
        Process run = start();
        waitFor(directory.resolve("maven on path/halfway"), run);
        Stream.concat(Stream.of(run.toHandle()), run.descendants()).forEach(ProcessHandle::destroyForcibly);
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        realMaven();
        assertThat(clone.program().succeeded().out()).isEqualTo("after [] null\n");
    }

    @Test
    void lockOfALivingProcessIsWaitedForAndNamed() {
        clone.greet("locked");
        String self = Long.toString(ProcessHandle.current().pid());
        clone.write(".tandem/launch/lock/owner", self + " " + Run.in(clone.root(), "bash", "-c", "printf %s \"$HOSTNAME\"").out() + "\n");
        Run.Finished waited = clone.run(Map.of("TANDEM_BUILD_SECONDS", "1"),
            java.util.List.of("infra/mvn-program", "compile", "exec:java"));
        assertThat(waited.exit()).isEqualTo(3);
        assertThat(waited.err()).contains("waited 1 s for another build in this clone, held by process " + self)
            .contains("remove '" + clone.root().toAbsolutePath() + "/.tandem/launch/lock'");
        clone.delete(".tandem/launch/lock/owner");
        // A lock whose owner never wrote its name is one that was killed in taking it.
        assertThat(clone.program().succeeded().out()).startsWith("locked");
    }

    @Test
    void lockOfADeadProcessIsBroken() throws Exception {
        clone.greet("unlocked");
        Process dead = new ProcessBuilder("true").start();
        assertThat(dead.waitFor(30, TimeUnit.SECONDS)).isTrue();
        clone.write(".tandem/launch/lock/owner",
            dead.pid() + " " + Run.in(clone.root(), "bash", "-c", "printf %s \"$HOSTNAME\"").out() + "\n");
        assertThat(clone.program().succeeded().out()).startsWith("unlocked");
        assertThat(clone.root().resolve(".tandem/launch/lock")).doesNotExist();
    }

    private static Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(clone.root().resolve("infra/mvn-program").toString(), "compile", "exec:java")
            .directory(clone.root().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(clone.environment(Map.of()));
        return builder.start();
    }

    private static void waitFor(Path file, Process run) throws InterruptedException {
        for (int i = 0; i < 3000 && run.isAlive(); i++) {
            if (Files.exists(file)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(file + " did not appear; the build is " + (run.isAlive() ? "still running" : "over"));
    }
}
