package dev.tandem.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts do with their arguments, and what they say when the machine lacks something. */
class LaunchTest {

    @TempDir
    static Path directory;
    private static ToyClone clone;

    @BeforeAll
    static void makeClone() {
        clone = new ToyClone(directory);
        clone.program().succeeded();
    }

    @Test
    void compileAloneRunsNothing() {
        Run.Finished install = clone.run(Map.of(), List.of("infra/mvn-program", "--no-transfer-progress", "compile"));
        assertThat(install.succeeded().text()).isEmpty();
    }

    @Test
    void packagesCallPrintsExactlyTheJson() {
        Run.Finished packages = clone.program("-DmainClass=com.pulumi.bootstrap.internal.Main", "-DmainArgs=packages");
        assertThat(packages.succeeded().out().strip())
            .matches("\\[\\{\"resource\":true,\"name\":\"aws\",\"version\":\"[0-9.]+\"}]");
        assertThat(packages.err()).isEmpty();
    }

    @Test
    void packGetsItsArgumentsAndItsDirectory() {
        assertThat(clone.program("-f", "/some where/pack/pom.xml", "-Dexec.args=--tracing * 127.0.0.1:4711").succeeded().out())
            .isEqualTo("hello [--tracing, *, 127.0.0.1:4711] /some where/pack\n");
    }

    @Test
    void wrongJavaHomeIsNamed() {
        Run.Finished failed = clone.program(Map.of("JAVA_HOME", "/no/such/jdk"));
        assertThat(failed.exit()).isEqualTo(2);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).isEqualTo("""
            tandem: JAVA_HOME is '/no/such/jdk', but '/no/such/jdk/bin/java' is not there or not executable.
                    Expected a JDK, version 17 or newer.
                    Fix: point JAVA_HOME at a JDK, or unset it to use java from PATH.
            """);
    }

    @Test
    void oldJavaIsNamedWithItsVersion() throws IOException {
        Path old = Files.createDirectories(directory.resolve("jdk 11/bin")).getParent();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 1\n");
        assertThat(old.resolve("bin/java").toFile().setExecutable(true)).isTrue();
        Run.Finished failed = clone.program(Map.of("JAVA_HOME", old.toString()));
        assertThat(failed.exit()).isEqualTo(2);
        assertThat(failed.err()).contains("'" + old + "/bin/java' is Java 11.0.2.")
            .contains("Expected a JDK, version 17 or newer.").contains("Fix: install a newer JDK");
    }

    @Test
    void missingMavenIsNamedOnlyWhenSomethingMustBeBuilt(@TempDir Path tools) throws IOException {
        for (String tool : List.of("bash", "find", "sort", "cut", "sed", "tr", "xargs", "mkdir", "rm", "mv", "cat", "touch",
            "dirname", "readlink", "uniq", "sha256sum", "shasum", "java")) {
            String path = Run.in(directory, "bash", "-c", "type -P " + tool + " || true").out().strip();
            if (!path.isEmpty()) {
                Files.createSymbolicLink(tools.resolve(tool), Path.of(path));
            }
        }
        Map<String, String> bare = Map.of("PATH", tools.toString());
        assertThat(clone.program(bare).succeeded().out()).startsWith("hello");
        clone.greet("not built");
        Run.Finished failed = clone.program(bare);
        clone.greet("hello");
        assertThat(failed.exit()).isEqualTo(2);
        assertThat(failed.err()).contains("tandem: infra must be built, and there is no mvn on PATH.")
            .contains("Expected Apache Maven 3.8 or newer.").contains("apt-get install maven");
    }

    @Test
    void cloneThatCannotBeWrittenIsNamedWhenSomethingMustBeBuilt(@TempDir Path other) {
        ToyClone unbuilt = new ToyClone(other);
        // A file in the place of the directory stops the superuser too.
        unbuilt.write(".tandem", "");
        Run.Finished failed = unbuilt.program();
        assertThat(failed.exit()).isEqualTo(3);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("infra must be built, and '" + unbuilt.root() + "/.tandem/launch' cannot be written.")
            .contains("Fix: run ./tandem version once where the clone can be written.");
    }
}
