package dev.tandem.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The command ./tandem, in the order of a first encounter. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TandemCommandTest {

    @TempDir
    static Path directory;
    private static ToyClone clone;

    @Test
    @Order(1)
    void helpTeachesAndBuildsNothing() {
        clone = new ToyClone(directory);
        clone.mavenFails();
        Run.Finished help = clone.tandem("--help");
        assertThat(help.succeeded().err()).isEmpty();
        assertThat(help.out()).contains("Usage: ./tandem COMMAND").contains("Examples")
            .contains("./tandem preview --stack eu-west-1").contains("Exit codes").contains("pulumi preview --policy-pack policies");
        assertThat(clone.root().resolve(".tandem")).doesNotExist();
        Run.Finished nothing = clone.tandem();
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.err()).isEqualTo(help.out());
    }

    @Test
    @Order(2)
    void firstRunBuildsAllInOneMavenRunAndPassesArgumentsOn() {
        clone.mavenCounts();
        Run.Finished first = clone.tandem("preview", "--stack", "a b");
        assertThat(first.succeeded().out()).isEqualTo("cli [preview, --stack, a b] " + clone.root() + "\n");
        assertThat(first.err()).isEqualTo("tandem: building infra, policies, cli ...\n");
        assertThat(clone.mavenStarts()).isOne();
        assertThat(clone.program().succeeded().out()).startsWith("hello");
        assertThat(clone.mavenStarts()).isOne();
    }

    @Test
    @Order(3)
    void secondRunStartsNoMavenAndSaysNothing() {
        clone.mavenFails();
        Run.Finished second = clone.tandem("version");
        assertThat(second.succeeded().out()).startsWith("cli [version]");
        assertThat(second.err()).isEmpty();
    }

    @Test
    @Order(4)
    void unknownCommandIsTheCommandLinesToRefuse() {
        assertThat(clone.tandem("frobnicate").exit()).isEqualTo(2);
    }

    @Test
    @Order(5)
    void linkOnThePathFindsTheClone() {
        Run.in(directory, "ln", "-s", clone.root().resolve("tandem").toString(), "t").succeeded();
        assertThat(Run.in(directory, directory.resolve("t").toString(), "version").succeeded().out())
            .isEqualTo("cli [version] " + clone.root() + "\n");
    }

    @Test
    @Order(6)
    void testNamesWrongOptionsAndModules() {
        Run.Finished option = clone.tandem("test", "--modul", "infra");
        assertThat(option.exit()).isEqualTo(2);
        assertThat(option.err()).contains("unknown option '--modul'.").contains("Example: ./tandem test --module policies");
        Run.Finished module = clone.tandem("test", "--module", "infa");
        assertThat(module.exit()).isEqualTo(2);
        assertThat(module.err()).contains("--module got 'infa'.").contains("Expected one of: requirements policy-sdk");
    }

    @Test
    @Order(7)
    void testSumsAModuleUp() {
        clone.mavenCounts();
        clone.write("e2e/expected-counts", "infra 2\n");
        clone.write("infra/src/test/java/dev/tandem/infra/SomeTest.java", """
            package dev.tandem.infra;

            import org.junit.jupiter.api.*;

            class SomeTest {
                @Test void holds() { }
                @Test void breaks() { Assertions.assertEquals(1, 2, "sums differ"); }
                @Test void waits() { Assumptions.abort("no tool"); }
            }
            """);
        Run.Finished tests = clone.tandem("test", "--module", "infra");
        assertThat(tests.exit()).isEqualTo(1);
        assertThat(tests.out().lines()).element(0).asString().matches("infra +2 tests +[0-9.]+ s  FAILED, 1 skipped");
        assertThat(tests.out().lines().skip(1)).satisfiesExactlyInAnyOrder(
            line -> assertThat(line).startsWith("NOT RUN  infra: dev.tandem.infra.SomeTest.waits did not run:").contains("no tool"),
            line -> assertThat(line).isEqualTo(
                "FAILED   infra: dev.tandem.infra.SomeTest.breaks failed: sums differ ==> expected: <1> but was: <2>"),
            line -> assertThat(line).isEqualTo("1 passed, 1 failed, 1 skipped"));
        assertThat(tests.out()).endsWith("1 passed, 1 failed, 1 skipped\n");
        assertThat(tests.err()).contains("tandem: tests of infra [");
    }
}
