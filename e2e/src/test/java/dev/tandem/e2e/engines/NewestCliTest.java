package dev.tandem.e2e.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tandem.e2e.conformance.SimpleProject;
import dev.tandem.e2e.conformance.Told;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.product.NoMaven;
import dev.tandem.e2e.product.ThirdParty;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The newest CLI, which starts a pack that is one executable file. */
@NeedsTools({Tools.STOCK_CLI, Tools.NEWEST_CLI})
class NewestCliTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CLI = Tools.NEWEST_CLI.path().resolve("pulumi");

    /** The start script of a folder that is ready to be published, with nothing but Java beside it. */
    @Test
    void theStartScriptOfAPackFolderIsAPack() {
        Path folder = ThirdParty.directory();
        Run.in(SharedClone.get().root(), Map.of("JAVA_HOME", System.getProperty("java.home")), Duration.ofMinutes(8),
                        List.of("build/pack-folder", "policies", folder.toString()))
                .succeeded();
        Told told = new SimpleProject(folder.resolve("mvn-pack"), CLI)
                .environment("PATH", NoMaven.path())
                .resources("res=true")
                .operate("preview", "");
        assertThat(told.exit()).as(told.text()).isZero();
        assertThat(told.text()).contains("✅ eu-compliance@v").doesNotContain("SLF4J", "Maven");
    }

    /** All of it in one file, with nothing but Java and tar; made again, and in another time zone, it is the same. */
    @Test
    void theFileOfAPackIsAPack() throws IOException {
        Path folder = ThirdParty.directory();
        packFile(folder.resolve("eu-compliance"), "UTC0");
        packFile(folder.resolve("again"), "JST-9");
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(folder.resolve("eu-compliance"));
        for (String run : List.of("unpacked now", "unpacked before")) {
            Told told = new SimpleProject(folder.resolve("eu-compliance"), CLI)
                    .environment("PATH", NoMaven.path())
                    .environment("XDG_CACHE_HOME", folder.resolve("cache").toString())
                    .resources("res=true")
                    .operate("preview", "");
            assertThat(told.exit()).as(run + told.text()).isZero();
            assertThat(told.text()).contains("✅ eu-compliance@v").doesNotContain("SLF4J", "Maven");
        }
        Path cut = folder.resolve("cut");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(folder.resolve("again")), 20_000));
        Run.Finished damaged = Run.in(folder, Map.of("XDG_CACHE_HOME", folder.resolve("other").toString()), Duration.ofMinutes(1),
                List.of("sh", cut.toString()));
        assertThat(damaged.exit()).isEqualTo(1);
        assertThat(damaged.err()).contains("policy pack: '" + cut + "' is damaged.");
    }

    private static void packFile(Path file, String timeZone) {
        Run.in(SharedClone.get().root(), Map.of("JAVA_HOME", System.getProperty("java.home"), "TZ", timeZone), Duration.ofMinutes(8),
                        List.of("build/pack-file", "policies", file.toString()))
                .succeeded();
    }

    /** The one in a clone, which builds what is stale first. */
    @Test
    void theStartScriptOfTheCloneIsAPackToo() {
        Told told = new SimpleProject(SharedClone.get().root().resolve("policies/mvn-pack"), CLI)
                .resources("res=true")
                .operate("preview", "");
        assertThat(told.exit()).as(told.text()).isZero();
        assertThat(told.text()).contains("✅ eu-compliance@v");
    }

    @Test
    void whatItsRulesFindStopsAnUpdate() {
        RecordedPack pack = new RecordedPack("simple");
        Told told = new SimpleProject(pack.file(), CLI).resources("res1=true res2=!res1").operate("up", "");
        assertThat(told.violations()).as(told.text()).containsExactly(
                "advisory truthiness on res1: Verifies properties are true\nThis is a test warning",
                "mandatory falsiness on res2: Verifies properties are false\nThis is a test error");
        assertThat(told.exit()).isEqualTo(1);
    }

    /** So the recording, which the SDK's own tests replay, is still what the newest engine does. */
    @Test
    void itSendsWhatWasRecordedOfIt() throws IOException {
        EngineRecorder recorder = new EngineRecorder(CLI, Tools.STOCK_CLI.path());
        assertThat(sorted(recorder.doors("preview", true))).isEqualTo(sorted(Files.readAllLines(ScratchClone.repository()
                .resolve("policy-conformance/src/test/resources/engines/3.274.1/doors-preview-of-a-file.jsonl"))));
    }

    /** As objects, since their fields come in any order, and so do a stack's resources and what is said about them. */
    private static List<JsonNode> sorted(List<String> lines) throws IOException {
        List<JsonNode> out = new ArrayList<>();
        for (String line : lines) {
            JsonNode call = JSON.readTree(line);
            sort(call.at("/request/resources"), r -> r.path("urn").asText());
            sort(call.at("/answer/diagnostics"), d -> d.path("urn").asText() + d.path("message").asText());
            out.add(call);
        }
        return out;
    }

    private static void sort(JsonNode list, Function<JsonNode, String> by) {
        if (list instanceof ArrayNode array) {
            List<JsonNode> all = new ArrayList<>();
            array.forEach(all::add);
            all.sort(Comparator.comparing(by));
            array.removeAll().addAll(all);
        }
    }
}
