package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.replay.Recording;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.wire.TypedConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;

/** Calls are written down without secrets, and answered once more from there. */
class ReplayTest {

    @TempDir
    Path directory;

    private static Pack pack(String message) {
        return Pack.named("toy", "1.0.0")
                .rule(Rule.resource("no-truth").summary("Nothing is true").check(c -> {
                    if (c.get("value").boolOr(false)) {
                        c.violation(c.get("value"), message);
                    }
                }))
                .build();
    }

    /** One run of a pack: a stack with a secret, a resource with two, and the same text unmarked. */
    private Path record() throws Exception {
        try (ServedPack served = ServedPack.of(stack -> pack("it is true"), Map.of(Recording.VARIABLE, directory.toString()))) {
            served.client().getAnalyzerInfo(Empty.getDefaultInstance());
            served.client().configureStack(AnalyzerStackConfigureRequest.newBuilder()
                    .setProject("shop").setStack("dev")
                    .putConfig("shop:token", "topsecret1").putConfig("shop:region", "eu")
                    .addConfigSecretKeys("shop:token")
                    .build());
            served.analyze("a:b:C", Map.of(
                    "value", true, "password", Values.secret("hunter22"), "nested", Values.secret(Map.of("pin", 987654)),
                    "url", "https://u:hunter22@db/?t=topsecret1&p=987654"));
            assertThat(served.stderr()).contains("policy pack: recording calls, without secrets, to " + directory);
        }
        try (Stream<Path> made = Files.list(directory)) {
            List<Path> runs = made.toList();
            assertThat(runs).hasSize(1);
            return runs.get(0);
        }
    }

    private static String text(Path run, String file) throws IOException {
        return Files.readString(run.resolve(file));
    }

    /** @return the exit code, a line break, what it printed */
    private static String replay(Path run, Pack pack) throws Exception {
        return replay(run, stack -> pack);
    }

    private static String replay(Path run, PackFactory factory) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        new PackProcess(out, new PrintStream(err, true, StandardCharsets.UTF_8), Map.of(), exit::complete)
                .run(new String[] {"--replay", run.toString()}, factory);
        return exit.get() + "\n" + out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyCallIsAFileWithRequestAndAnswerAndNoSecret() throws Exception {
        Path run = record();
        try (Stream<Path> files = Files.list(run)) {
            assertThat(files.map(f -> f.getFileName().toString()).sorted()).containsExactly(
                    "00001-GetAnalyzerInfo.json", "00002-ConfigureStack.json", "00003-Analyze.json", "00004-Cancel.json");
        }
        assertThat(text(run, "00002-ConfigureStack.json")).contains("\"shop:region\" : \"eu\"", "\"shop:token\" : \"[secret]\"");
        assertThat(text(run, "00003-Analyze.json"))
                .contains("https://u:[secret]@db/?t=[secret]&p=[secret]", "it is true", "1b47061264138c4ac30d75fd1eb44270")
                .doesNotContain("hunter22").doesNotContain("topsecret1").doesNotContain("987654");
    }

    @Test
    void theSamePackAnswersTheSame() throws Exception {
        assertThat(replay(record(), pack("it is true"))).startsWith("0\n00001-GetAnalyzerInfo.json")
                .contains("00003-Analyze.json urn:pulumi:dev::shop::a:b:C::it", "not replayed: it only ends the pack")
                .endsWith("4 calls replayed, 0 answered differently than recorded\n");
    }

    @Test
    void aChangedPackShowsBothAnswers() throws Exception {
        assertThat(replay(record(), pack("it must not be"))).startsWith("1\n")
                .contains("it must not be", "  recorded:", "it is true")
                .endsWith("4 calls replayed, 1 answered differently than recorded\n");
    }

    @Test
    void aNumberThatIsNoneIsSaidNotToBeRecorded() throws Exception {
        try (ServedPack served = ServedPack.of(stack -> pack("it is true"), Map.of(Recording.VARIABLE, directory.toString()))) {
            served.client().analyze(ServedPack.request("a:b:C", Map.of()).toBuilder()
                    .setProperties(com.google.protobuf.Struct.newBuilder().putFields("n",
                            com.google.protobuf.Value.newBuilder().setNumberValue(Double.NaN).build()))
                    .build());
        }
        try (Stream<Path> files = Files.walk(directory)) {
            Path file = files.filter(f -> f.endsWith("00001-Analyze.json")).findFirst().orElseThrow();
            assertThat(Files.readString(file)).contains("\"requestNotRecorded\" : \"this message has no JSON form\"");
            assertThat(replay(file.getParent(), pack("it is true"))).contains("  not recorded: this message has no JSON form");
        }
    }

    /** CLI 3.170 to 3.173: a field that the message no longer has, which JSON would drop without a word. */
    @Test
    void typedConfigurationIsRecordedWithoutItsSecretsAndReplayed() throws Exception {
        PackFactory factory = stack -> pack("region " + stack.config("region").orElse("unknown"));
        AnalyzerStackConfigureRequest.Builder request =
                AnalyzerStackConfigureRequest.newBuilder().setProject("shop").setStack("dev");
        TypedConfig.put(ServedPack.struct(Map.of("shop:region", "eu", "shop:token", Values.secret("topsecret1"))), request);
        try (ServedPack served = ServedPack.of(factory, Map.of(Recording.VARIABLE, directory.toString()))) {
            served.client().configureStack(request.build());
            assertThat(served.analyze("a:b:C", Map.of("value", true)).getDiagnostics(0).getMessage()).contains("region eu");
        }
        try (Stream<Path> made = Files.list(directory)) {
            Path run = made.findFirst().orElseThrow();
            assertThat(text(run, "00001-ConfigureStack.json")).contains("\"typedConfig\"", "\"shop:region\" : \"eu\"")
                    .doesNotContain("topsecret1");
            assertThat(replay(run, factory)).endsWith("3 calls replayed, 0 answered differently than recorded\n");
        }
    }

    @Test
    void whatIsNoRecordingIsRefused() throws Exception {
        assertThat(replay(directory.resolve("nowhere"), pack("x")))
                .isEqualTo("1\npolicy pack: '" + directory.resolve("nowhere") + "' is no directory, expected a recording\n");
        assertThat(replay(directory, pack("x"))).contains("holds no recorded call, expected files such as 00001-Handshake.json");
        Files.writeString(directory.resolve("00001-Analyze.json"), "{\"call\":");
        assertThat(replay(directory, pack("x"))).contains("00001-Analyze.json': no JSON");
        Files.writeString(directory.resolve("00001-Analyze.json"), "{\"call\":\"Analyse\",\"request\":{}}");
        assertThat(replay(directory, pack("x"))).contains("'00001-Analyze.json': there is no call 'Analyse'");
    }

    @Test
    void aDirectoryThatCannotBeMadeStopsTheStart() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        try (ServedPack served = ServedPack.of(stack -> pack("x"), Map.of(Recording.VARIABLE, file.toString()))) {
            assertThat(served.exit()).isEqualTo(1);
            assertThat(served.stderr()).contains("policy pack: environment variable TANDEM_POLICY_RECORD is '" + file
                    + "': expected a directory that can be written");
        }
    }
}
