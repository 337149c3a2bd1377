package dev.tandem.policy.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.policy.replay.RecordedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What engines of four ages really sent is answered, from the start to the end of the process. */
class RecordedEnginesTest {

    /** What the pack {@code doors} says in every run that knows the stack, but for what is said about the stack itself. */
    private static final List<String> DOORS = List.of(
            "advisory joined on back: [belongs to house]",
            "advisory joined on back: [its width comes from front]",
            "advisory joined on front: [belongs to house]",
            "advisory locked on back: [is secret, and reads [secret], at: key]",
            "advisory locked on front: [is secret, and reads [secret], at: key]",
            "advisory narrow on front: [narrower than 80, at: width]",
            "remediated green: colour green");

    private static final Map<String, List<String>> SAID = Map.of(
            "simple-preview", List.of(
                    "advisory truthiness on res1: [This is a test warning]", "mandatory falsiness on res2: [This is a test error]"),
            "simple-up", List.of(
                    "advisory truthiness on res1: [This is a test warning]", "mandatory falsiness on res2: [This is a test error]"),
            "doors-preview", with(DOORS, "narrow undecided: width is not known before the deployment"),
            "doors-preview-of-a-file", with(DOORS, "narrow undecided: width is not known before the deployment"),
            "doors-up", with(DOORS, "advisory narrow on back: [narrower than 80, at: width]"),
            "doors-policy-publish", List.of(),
            // Its settings are the defaults, and what would be mended is not.
            "doors-policy-analyze", with(DOORS.stream().map(s -> s.replace("80", "90")).toList(),
                    "advisory narrow on back: [narrower than 90, at: width]",
                    "mandatory green on front: [the rule's remediation would change this property, at: colour, id: green[colour]]"));

    /** What the engine tells about the stack in a preview; publishing and analyzing tell nothing. */
    private static final Map<String, String> TOLD = Map.of(
            "3.150.0", "preview: true, secrets: []", // by the environment, which does not say what is secret
            "3.170.0", "preview: not said, secrets: [conformance:token]",
            "3.250.0", "preview: true, secrets: [conformance:token]",
            "3.274.1", "preview: true, secrets: [conformance:token]");

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).sorted().toList();
    }

    static List<String> names() throws Exception {
        return RecordedEngine.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCallIsAnsweredAsItWas(String name) throws Exception {
        RecordedEngine recorded = RecordedEngine.read(name);
        List<JsonNode> answers = new ArrayList<>();
        try (ReplayedPack pack = new ReplayedPack(recorded)) {
            for (RecordedCall call : recorded.calls()) {
                JsonNode answer = pack.ask(call);
                assertThat(answer).as(call.content().path("request").toPrettyString()).isEqualTo(call.content().path("answer"));
                answers.add(answer);
            }
            if (recorded.sequence().contains("Cancel")) {
                assertThat(pack.exit()).isZero();
            }
            assertThat(pack.stderr()).isEmpty();
        }
        List<String> said = new ArrayList<>(RecordedEngine.said(answers));
        said.removeIf(s -> s.startsWith("advisory told"));
        assertThat(said).isEqualTo(SAID.get(name.substring(name.indexOf('/') + 1)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theStackIsToldAsThatEngineTellsIt(String name) throws Exception {
        String version = name.substring(0, name.indexOf('/'));
        String run = name.substring(name.indexOf('/') + 1);
        List<String> told = RecordedEngine.said(RecordedEngine.read(name).calls().stream().map(c -> c.content().path("answer")).toList())
                .stream().filter(s -> s.startsWith("advisory told")).toList();
        String start = "advisory told on conformance-test: [";
        switch (run) {
            case "doors-preview", "doors-preview-of-a-file" ->
                assertThat(told).containsExactly(start + "conformance/test in eu, " + TOLD.get(version) + "]");
            case "doors-up" -> assertThat(told).containsExactly(start + "conformance/test in eu, "
                    + TOLD.get(version).replace("true", "false") + "]");
            case "doors-policy-analyze" -> assertThat(told).containsExactly(start + "/ in no region, preview: not said, secrets: []]");
            default -> assertThat(told).isEmpty();
        }
    }

    @Test
    void everyVersionWasRecordedWithBothPacksAndBothCommands() throws Exception {
        assertThat(RecordedEngine.versions()).isEqualTo(TOLD.keySet().stream().sorted().toList());
        for (String version : TOLD.keySet()) {
            for (String run : List.of("simple-preview", "simple-up", "doors-preview", "doors-up", "doors-policy-publish")) {
                assertThat(RecordedEngine.names()).contains(version + "/" + run);
            }
        }
        assertThat(RecordedEngine.names()).contains("3.274.1/doors-preview-of-a-file", "3.274.1/doors-policy-analyze");
    }

    /** The order of the calls that the protocol's description promises, seen. */
    @Test
    void theCallsComeInTheOrderThatEachAgeHas() throws Exception {
        assertThat(RecordedEngine.read("3.150.0/doors-preview").sequence()).startsWith("GetPluginInfo", "GetAnalyzerInfo", "Configure")
                .endsWith("AnalyzeStack");
        for (String version : Set.of("3.170.0", "3.250.0", "3.274.1")) {
            assertThat(RecordedEngine.read(version + "/doors-preview").sequence())
                    .startsWith("Handshake", "ConfigureStack", "GetPluginInfo", "GetAnalyzerInfo", "Configure", "Remediate", "Analyze");
            assertThat(RecordedEngine.read(version + "/doors-policy-publish").sequence())
                    .doesNotContain("ConfigureStack", "Configure", "Analyze");
        }
        assertThat(RecordedEngine.read("3.274.1/doors-policy-analyze").sequence()).doesNotContain("ConfigureStack");
        assertThat(RecordedEngine.read("3.274.1/doors-preview").sequence()).endsWith("AnalyzeStack", "Cancel");
    }
}
