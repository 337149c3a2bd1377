package dev.tandem.mesh.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.mesh.envoy.Sidecar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the definition of the mesh container's image promises, held to the code that it is made of. */
class ImageTest {

    private static final Path CONTAINER = Path.of("container").toAbsolutePath();

    private static String dockerfile() throws IOException {
        return Files.readString(CONTAINER.resolve("Dockerfile"));
    }

    private static String one(String pattern, String text) {
        List<MatchResult> found = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results().toList();
        assertThat(found).as(pattern).hasSize(1);
        return found.get(0).group(1);
    }

    @Test
    void theAgentRunsOnTheModulesOfTheSmallRuntimeWithItsOptions() throws Exception {
        String modules = one("jlink --add-modules (\\S+)", dockerfile());
        Process agent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "--limit-modules", modules,
                "@" + CONTAINER.resolve("jvm.options"), "-cp", System.getProperty("java.class.path"), Main.class.getName(), "--help")
                .redirectErrorStream(true).start();
        String written = new String(agent.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(agent.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(written).contains("Usage: mesh-agent");
        assertThat(agent.exitValue()).as(written).isZero();
    }

    @Test
    void theArchiveThatIsMadeIsTheOneThatIsUsed() throws IOException {
        assertThat(one("-XX:SharedArchiveFile=(\\S+)", Files.readString(CONTAINER.resolve("mesh-agent"))))
                .isEqualTo(one("-XX:ArchiveClassesAtExit=(\\S+)", dockerfile()));
    }

    @Test
    void runsWithoutRootAndWritesToOneVolumeOnly() throws IOException {
        String last = dockerfile().substring(dockerfile().lastIndexOf("\nFROM "));
        String user = one("^USER (\\S+)$", last);
        String volume = one("^VOLUME (\\S+)$", last);
        assertThat(last.indexOf("USER ")).isLessThan(last.indexOf("ENTRYPOINT"));
        assertThat(last).contains("install -d -o 101 -g 101 -m 0700 " + volume);
        assertThat(AgentArguments.help()).contains("(default " + volume + ")");
        String task = Files.readString(Path.of("..", "components", "src", "test", "resources", "golden", "service-containers-auth.json"));
        assertThat(task).contains("\"user\": \"" + user + "\"", "\"readonlyRootFilesystem\": true", volume);
    }

    @Test
    void exposesWhatOthersReachAndNothingElse() throws IOException {
        assertThat(one("^EXPOSE (.+)$", dockerfile()))
                .isEqualTo(Sidecar.Ports.DEFAULT.edge() + " " + Sidecar.Ports.DEFAULT.mesh());
    }
}
