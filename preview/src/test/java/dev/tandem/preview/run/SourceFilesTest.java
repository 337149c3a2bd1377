package dev.tandem.preview.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.report.SourceLocation;
import dev.tandem.preview.engine.DeclaredAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

    private static final String APP = "infra/src/main/java/shop/App.java";

    @TempDir
    Path root;

    @BeforeEach
    void aProject() throws IOException {
        write(APP, "one\ntwo\nthree\n");
        write("Pulumi.yaml", "name: shop\n");
        write("infra/target/generated/shop/App.java", "a copy\n");
        write(".cache/shop/App.java", "another copy\n");
    }

    @Test
    void aSourceFileIsFoundByItsPackage() {
        assertThat(locate("shop/App.java", 3)).contains(SourceLocation.of(APP, 3));
    }

    @Test
    void whatASdkSendsIsTaken() throws IOException {
        write("index.ts", "one\n");

        assertThat(locate("project:///index.ts", 1)).contains(SourceLocation.of("index.ts", 1));
        assertThat(locate(root.resolve(APP).toUri().toString(), 2)).contains(SourceLocation.of(APP, 2));
    }

    @Test
    void whatIsNotTheProjectsIsNotMadeUp() throws IOException {
        write("other/src/main/java/shop/Twice.java", "one\n");
        write("infra/src/main/java/shop/Twice.java", "one\n");
        SourceLocation project = SourceLocation.of("Pulumi.yaml");

        assertThat(locate("shop/App.java", 4)).contains(project);
        assertThat(locate("shop/Gone.java", 1)).contains(project);
        assertThat(locate("depot/App.java", 1)).contains(project);
        assertThat(locate("shop/Twice.java", 1)).contains(project);
        assertThat(locate("project:///../outside.ts", 1)).contains(project);
        assertThat(locate("file:///etc/hostname", 1)).contains(project);
        assertThat(locate("file://%zz", 1)).contains(project);
        assertThat(locate("file:opaque", 1)).contains(project);
    }

    @Test
    void withoutAProjectFileNothingIsSaid() throws IOException {
        Files.delete(root.resolve("Pulumi.yaml"));

        assertThat(locate("shop/Gone.java", 1)).isEmpty();
    }

    private Optional<SourceLocation> locate(String file, int line) {
        return SourceFiles.locate(root, Map.of("urn", new DeclaredAt(file, line))).of("urn");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
