package dev.tandem.e2e.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.conformance.SimpleProject;
import dev.tandem.e2e.conformance.Told;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folder that {@code build/pack-folder} makes is all that it takes to serve and to publish the EU pack. */
@NeedsTools({Tools.STOCK_CLI, Tools.JDK_25})
class PackFolderTest {

    private static Run.Finished packFolder(Path out) {
        return Run.in(SharedClone.get().root(), Map.of("JAVA_HOME", System.getProperty("java.home")), Duration.ofMinutes(8),
                List.of("build/pack-folder", "policies", out.toString()));
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> out = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.put(folder.relativize(file).toString(),
                        Files.getPosixFilePermissions(file) + " " + java.util.Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return out;
    }

    @Test
    void whatIsPublishedServesAloneAndIsTheSameEachTime() throws IOException {
        Path folder = ThirdParty.directory();
        packFolder(folder).succeeded();
        Path again = ThirdParty.directory();
        packFolder(again).succeeded();
        assertThat(digests(again)).isEqualTo(digests(folder));
        assertThat(packFolder(folder).text()).contains("'" + folder + "' is not empty.");

        PolicyService service = new PolicyService();
        Run.Finished published = new SimpleProject(folder)
                .environment("PATH", NoMaven.path())
                .environment("PULUMI_BACKEND_URL", service.url())
                .environment("PULUMI_ACCESS_TOKEN", "of-nobody")
                .pulumi("policy", "publish", "acme", "--cwd", folder.toString());
        service.stop();
        assertThat(published.exit()).as(published.text()).isZero();
        assertThat(service.published().path("name").asText()).isEqualTo("eu-compliance");
        assertThat(service.published().path("policies")).hasSizeGreaterThan(80);
        assertThat(service.completed()).isEqualTo("/api/orgs/acme/policypacks/eu-compliance/versions/"
                + service.published().path("versionTag").asText() + "/complete");

        Path elsewhere = service.unpack(ThirdParty.directory());
        Path recordings = ThirdParty.directory();
        Told told = new SimpleProject(elsewhere)
                .environment("PATH", NoMaven.path())
                .environment("TANDEM_POLICY_RECORD", recordings.toString())
                .resources("res=true")
                .operate("preview", "");
        assertThat(told.exit()).as(told.text()).isZero();
        assertThat(told.text()).contains("eu-compliance@v");
        replays(elsewhere.resolve("mvn-pack"), onlyOneIn(recordings));
    }

    /** What the engine asked is answered the same without it, under this JDK and under the newest, and nobody is warned. */
    private static void replays(Path script, Path recording) {
        for (Path java : List.of(Path.of(System.getProperty("java.home")), Tools.JDK_25.path())) {
            Run.Finished replay = Run.in(recording, Map.of("JAVA_HOME", java.toString(), "PATH", NoMaven.path()),
                    Duration.ofMinutes(2), List.of(script.toString(), "--replay", recording.toString()));
            assertThat(replay.exit()).as(replay.text()).isZero();
            assertThat(replay.out()).contains("AnalyzeStack.json").endsWith(", 0 answered differently than recorded\n");
            assertThat(replay.err()).isEmpty();
        }
    }

    private static Path onlyOneIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    @Test
    void whatIsNoPackIsRefused() {
        Run.Finished refused = Run.in(SharedClone.get().root(), "build/pack-folder", "cost", "/nowhere");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("there is no 'cost/PulumiPolicy.yaml'.", "Expected the directory of a policy pack.");
    }
}
