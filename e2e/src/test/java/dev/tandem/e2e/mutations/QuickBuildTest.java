package dev.tandem.e2e.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is built without Maven is what Maven builds. */
class QuickBuildTest {

    private static final String MAIN = "infra/src/main/java/dev/tandem/infra/Main.java";

    @Test
    void aPatchOfSourcesNamesTheirModules() {
        assertThat(QuickBuild.modules("--- a/" + MAIN + "\n+++ b/" + MAIN + "\n--- a/Pulumi.yaml\n+++ b/Pulumi.yaml\n")).containsExactly("infra");
        assertThat(QuickBuild.modules("--- /dev/null\n+++ b/cost/src/main/java/New.java\n")).containsExactly("cost");
        assertThat(QuickBuild.modules("--- a/docs/cost.md\n+++ b/docs/cost.md\n")).isEmpty();
    }

    @Test
    void aPatchOfAnotherInputOfABuildIsLeftToMaven() {
        for (String input : Set.of("pom.xml", "components/pom.xml", "infra/src/main/resources/x.json")) {
            assertThat(QuickBuild.modules("+++ b/" + MAIN + "\n+++ b/" + input + "\n")).as(input).isEmpty();
        }
    }

    @Test
    void aModuleIsCompiledWithTheOptionsOfItsOwnPom() throws IOException {
        assertThat(Javac.options(ScratchClone.repository().resolve("policies"))).contains("-parameters", "-XDstringConcat=inline");
        assertThat(Javac.options(ScratchClone.repository().resolve("components"))).contains("-parameters").doesNotContain("-XDstringConcat=inline");
    }

    /** A change of a comment compiles to what was there: the jars of every module that it affects hold the same bytes. */
    @Tag("e2e")
    @Test
    void theSameSourcesGiveTheSameBytes(@TempDir Path folder) throws IOException {
        ScratchClone clone = SharedClone.get();
        new Tandem(clone).run("version").succeeded();
        Map<String, Path> before = jars(clone);
        Path built = clone.root().resolve(".tandem/launch/build.log");
        long lastBuild = Files.getLastModifiedTime(built).toMillis();
        Path patch = Files.writeString(folder.resolve("comment.patch"), """
                diff --git a/components/src/main/java/dev/tandem/components/Nothing.java b/components/src/main/java/dev/tandem/components/Nothing.java
                new file mode 100644
                --- /dev/null
                +++ b/components/src/main/java/dev/tandem/components/Nothing.java
                @@ -0,0 +1,1 @@
                +// Nothing.
                diff --git a/policies/src/main/java/dev/tandem/policies/Nothing.java b/policies/src/main/java/dev/tandem/policies/Nothing.java
                new file mode 100644
                --- /dev/null
                +++ b/policies/src/main/java/dev/tandem/policies/Nothing.java
                @@ -0,0 +1,1 @@
                +// Nothing.
                """);
        Map<String, Path> after = QuickBuild.with(clone, patch, compiled -> {
            assertThat(compiled).containsExactlyInAnyOrder("components", "infra", "policies", "cli");
            new Tandem(clone).run("version").succeeded();
            return jars(clone);
        });

        assertThat(Files.getLastModifiedTime(built).toMillis()).as("the launcher had nothing to build").isEqualTo(lastBuild);
        before.forEach((jar, was) -> {
            assertThat(after.get(jar)).as(jar).isNotEqualTo(was);
            assertThat(contents(after.get(jar))).as(jar).containsExactlyEntriesOf(contents(was));
        });
    }

    /** One of a module with options of its own, two without. */
    private static Map<String, Path> jars(ScratchClone clone) {
        Path program = BuiltModules.image(clone.root(), "infra");
        return Map.of("components", program.resolve("components.jar"), "infra", program.resolve("infra.jar"),
                "policies", BuiltModules.image(clone.root(), "policies").resolve("policies.jar"));
    }

    private static Map<String, String> contents(Path jar) {
        Map<String, String> contents = new TreeMap<>();
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            for (Path file : BuiltModules.files(inside.getPath("/"))) {
                contents.put(file.toString(), UUID.nameUUIDFromBytes(Files.readAllBytes(file)).toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }
}
