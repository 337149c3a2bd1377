package dev.tandem.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which plugins the command line installs before the program starts. */
class RequiredPackagesTest {

    private static final String AWSX = "config:\n  tandem:network: {cidr: 10.20.0.0/16, module: awsx}\n";
    private static final String NATIVE = "config:\n  tandem:services: {web: {team: a, rollout: {strategy: canary}}}\n";

    @TempDir
    Path project;

    private final PrintStream out = System.out;

    @AfterEach
    void back() {
        System.setOut(out);
        System.clearProperty("tandem.root");
    }

    private String answer() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
        System.setProperty("tandem.root", project.toString());
        RequiredPackages.main(new String[] {"packages"});
        return heard.toString(StandardCharsets.UTF_8).strip();
    }

    private void stack(String name, String text) throws IOException {
        Files.writeString(project.resolve("Pulumi." + name + ".yaml"), text);
    }

    @Test
    void exactlyAwsUnlessAStackChoosesMore() throws IOException {
        stack("one", "config:\n  tandem:network: {cidr: 10.20.0.0/16}\n");
        stack("two", "# module: awsx, rollout\n");
        assertThat(answer()).isEqualTo("[{\"resource\":true,\"name\":\"aws\",\"version\":\"6.83.0\"}]");
    }

    @Test
    void whatOneStackChoosesIsInstalledWithItsVersion() throws IOException {
        stack("one", AWSX);
        assertThat(answer()).contains("\"name\":\"awsx\",\"version\":\"3.11.0\"", "\"name\":\"aws\",").doesNotContain("aws-native");
        stack("two", NATIVE);
        assertThat(answer()).contains("\"name\":\"awsx\"", "\"name\":\"aws-native\",\"version\":\"1.84.0\"", "\"name\":\"aws\",");
    }

    @Test
    void aFileThatCannotBeReadLeavesNothingOut() throws IOException {
        stack("one", "config: [\n");
        assertThat(RequiredPackages.chosen(project)).isEqualTo(Set.of("awsx", "aws-native"));
    }

    @Test
    void whatIsNoTextLeavesNothingOut() throws IOException {
        Path file = project.resolve("Pulumi.one.yaml");
        Files.write(file, "config: {note: grün}\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer()).contains("\"name\":\"awsx\"", "\"name\":\"aws-native\"");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(answer()).contains("\"name\":\"awsx\"", "\"name\":\"aws-native\"");
        Files.delete(file);
        Files.createSymbolicLink(file, project.resolve("gone.yaml"));
        assertThat(answer()).contains("\"name\":\"awsx\"", "\"name\":\"aws-native\"");
    }
}
