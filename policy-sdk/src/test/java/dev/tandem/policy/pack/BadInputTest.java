package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.waiver.WaiverFile;
import dev.tandem.policy.waiver.Waivers;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** What users of a pack with a mistake get to read. Rules that print are in {@link ProcessTest}, with an engine that is gone. */
class BadInputTest {

    enum Colour { GREEN, RED }

    record Paint(List<Colour> colours) {
        Paint() {
            this(List.of(Colour.GREEN));
        }
    }

    private static Rule rule(String id, String... types) {
        return Rule.resource(id).on(types).summary("Says").check(c -> {});
    }

    /** One line on standard error, and exit code 1 before the port was told. */
    private static String refused(PackFactory factory) throws Exception {
        try (ServedPack pack = ServedPack.of(factory)) {
            assertThat(pack.exit()).isEqualTo(1);
            assertThat(pack.stderr().lines()).hasSize(1);
            return pack.stderr().trim();
        }
    }

    @Test
    void twoRulesWithOneName() throws Exception {
        assertThat(refused(s -> Pack.named("shop", "1.0.0").rule(rule("a")).rule(rule("a")).build()))
                .isEqualTo("policy pack: pack 'shop': two rules are called 'a'");
    }

    @Test
    void theReservedNameAll() throws Exception {
        assertThat(refused(s -> Pack.named("shop", "1.0.0").rule(rule("all")).build())).isEqualTo("policy pack: rule id 'all':"
                + " expected [a-z0-9-]{1,60}; 'all' is reserved for settings that concern every rule");
    }

    @Test
    void aVersionThatIsNoSemanticOne() throws Exception {
        assertThat(refused(s -> Pack.named("shop", "1.0").build())).isEqualTo("policy pack: pack 'shop': version '1.0' is no"
                + " semantic version, expected for instance 1.0.0 or 1.1.0-rc.1");
    }

    @Test
    void aConfigurationThatARuleCannotHave() throws Exception {
        Rule painted = Rule.resource("painted").summary("Painted").config(Paint.class).check((c, paint) -> {});
        Map<String, Object> pink = Map.of("colours", List.of("GREEN", "PINK"));
        assertThat(refused(s -> Pack.named("shop", "1.0.0").rule(painted).initialConfig("painted", pink).build()))
                .isEqualTo("policy pack: configuration of rule 'painted': colours[1] = \"PINK\", expected one of GREEN, RED");
        try (ServedPack pack = ServedPack.of(s -> Pack.named("shop", "1.0.0").rule(painted).build())) {
            assertThatThrownBy(() -> pack.client().configure(ConfigureAnalyzerRequest.newBuilder()
                            .putPolicyConfig("painted", PolicyConfig.newBuilder().setProperties(ServedPack.struct(pink)).build())
                            .build()))
                    .hasMessage("INVALID_ARGUMENT: policy pack shop@1.0.0, Configure: configuration of rule 'painted':"
                            + " colours[1] = \"PINK\", expected one of GREEN, RED");
        }
    }

    @Test
    void aWaiverFileWithATypo() throws Exception {
        WaiverFile file = WaiverFile.parse("waivers.yaml",
                "waivers:\n  - {finding: a, urn: '*::it', reason: cat, ownr: me, until: 2027-01-01}\n");
        try (ServedPack pack = ServedPack.of(
                s -> Pack.named("shop", "1.0.0").rule(rule("a")).waivers(Waivers.of(file)).build())) {
            assertThat(messages(pack)).contains(
                    "waivers.yaml:2: unknown key 'ownr', expected [finding, owner, reason, until, urn]",
                    "waivers.yaml:2: 'owner' is missing");
        }
    }

    private static List<String> messages(ServedPack pack, String... types) throws Exception {
        AnalyzeStackRequest.Builder stack = AnalyzeStackRequest.newBuilder();
        for (String type : types) {
            stack.addResources(AnalyzerResource.newBuilder().setType(type).setUrn(ServedPack.urn(type, "it")));
        }
        List<String> out = new ArrayList<>();
        for (AnalyzeDiagnostic said : pack.client().analyzeStack(stack.build()).getDiagnosticsList()) {
            out.add(FindingText.parse(said.getMessage()).message());
        }
        return out;
    }

    @Test
    void aTypeThatNoResourceCanHave() throws Exception {
        for (String token : List.of("", "aws:s3/bucket:Bucket ", "aws:s3/*", "a:b:C$aws:s3/bucket:Bucket", "aws::Bucket")) {
            assertThat(refused(s -> Pack.named("shop", "1.0.0").rule(rule("r", token)).build()))
                    .isEqualTo("policy pack: rule 'r': type '" + token + "', which no resource can have: expected a token such as"
                            + " aws:s3/bucket:Bucket, without blanks, '*', '$' and '::'");
        }
        try (ServedPack pack = ServedPack.of(s -> Pack.named("shop", "1.0.0").rule(rule("two-parts", "aws:Bucket")).build())) {
            assertThat(messages(pack, "aws:s3/bucket:Bucket")).containsExactly(
                    "rule 'two-parts' matched nothing: none of the 1 resources is a aws:Bucket");
        }
    }

    @Test
    void aRuleThatMatchedNothingIsToldOnRequest() throws Exception {
        Pack.Builder quiet = Pack.named("shop", "1.0.0")
                .rule(rule("typo", "aws:s3/Bucket:Bucket", "aws:s3:bucket"))
                .rule(rule("fits", "aws:s3/bucket:Bucket"))
                .rule(rule("every"))
                .rule(rule("absent", "aws:sqs/queue:Queue"));
        try (ServedPack pack = ServedPack.of(s -> quiet.build())) {
            assertThat(messages(pack, "aws:s3/bucket:Bucket")).isEmpty();
        }
        Pack asked = quiet.reportUnmatched().build();
        try (ServedPack pack = ServedPack.of(s -> asked)) {
            assertThat(messages(pack, "aws:s3/bucket:Bucket", "a:b:C")).containsExactly(
                    "rule 'typo' matched nothing: none of the 2 resources is a aws:s3/Bucket:Bucket or a aws:s3:bucket;"
                            + " there are resources of type aws:s3/bucket:Bucket",
                    "rule 'absent' matched nothing: none of the 2 resources is a aws:sqs/queue:Queue");
            AnalyzeDiagnostic said = pack.client().analyzeStack(AnalyzeStackRequest.getDefaultInstance()).getDiagnostics(0);
            assertThat(said.getPolicyName()).isEqualTo("rule-matched-nothing");
            assertThat(FindingText.parse(said.getMessage()).id()).isEqualTo("rule-matched-nothing[typo]");
        }
    }

    @Test
    void noPortToListenOn() throws Exception {
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        List<Integer> exit = new ArrayList<>();
        new PackProcess(
                        OutputStream.nullOutputStream(), new PrintStream(stderr, true, StandardCharsets.UTF_8), Map.of(), exit::add,
                        (service, interceptors) -> {
                            throw new BindException("Address already in use");
                        })
                .run(new String[0], s -> Pack.named("shop", "1.0.0").build());
        assertThat(exit).containsExactly(1);
        assertThat(stderr.toString(StandardCharsets.UTF_8))
                .startsWith("policy pack: cannot listen on 127.0.0.1: BindException: Address already in use at BadInputTest.java:")
                .endsWith("; expected a free port on the loopback interface\n");
    }

    /** Frames by hand: preface, settings, headers of a call, then a message that claims two gigabytes. */
    @Test
    void aBrokenFrameEndsItsConnectionAndNoOther() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> Pack.named("shop", "1.0.0").build())) {
            pack.client().getPluginInfo(Empty.getDefaultInstance());
            byte[] settings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
            byte[] nonsense = "this is no HTTP/2 at all\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            byte[] headers = {0, 0, 3, 1, 4, 0, 0, 0, 1, (byte) 0x83, (byte) 0x86, (byte) 0x84};
            byte[] twoGigabytes = {0, 0, 5, 0, 1, 0, 0, 0, 1, 0, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff};
            byte[] unknownHeaders = {0, 0, 1, 1, 4, 0, 0, 0, 3, (byte) 0xff};
            byte[] preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            for (List<byte[]> sent : List.of(
                    List.of(nonsense), List.of(preface, settings, nonsense), List.of(preface, settings, headers, twoGigabytes),
                    List.of(preface, settings, unknownHeaders))) {
                try (Socket socket = new Socket("127.0.0.1", pack.port())) {
                    socket.setSoTimeout(20_000);
                    for (byte[] bytes : sent) {
                        socket.getOutputStream().write(bytes);
                    }
                    socket.shutdownOutput();
                    InputStream answer = socket.getInputStream();
                    assertThat(answer.readAllBytes()).isNotNull();
                }
                assertThat(pack.client().getPluginInfo(Empty.getDefaultInstance()).getVersion()).isEqualTo("1.0.0");
            }
        }
    }
}
