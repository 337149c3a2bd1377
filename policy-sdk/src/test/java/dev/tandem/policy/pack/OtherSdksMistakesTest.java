package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;

/** Mistakes that policy SDKs of other languages made first, one test each. */
class OtherSdksMistakesTest {

    private static final String DOOR = "shop:index:Door";
    private static final AnalyzerOuterClass.EnforcementLevel ADVISORY = AnalyzerOuterClass.EnforcementLevel.ADVISORY;
    private static final AnalyzerOuterClass.EnforcementLevel MANDATORY = AnalyzerOuterClass.EnforcementLevel.MANDATORY;
    private static final AnalyzerOuterClass.EnforcementLevel DISABLED = AnalyzerOuterClass.EnforcementLevel.DISABLED;

    private static Rule says(EnforcementLevel level) {
        return Rule.resource("says").summary("Says").level(level).check(c -> c.violation("always"));
    }

    private static Rule mends(EnforcementLevel level) {
        return Rule.resource("mends").summary("Mends").level(level)
                .remediate(c -> Map.of("open", Values.of(false))).build();
    }

    private static Pack.Builder pack(EnforcementLevel level, Rule... rules) {
        return Pack.named("p", "1.0.0").defaultLevel(level).rules(List.of(rules));
    }

    private static AnalyzerOuterClass.EnforcementLevel levelOf(Pack pack) throws Exception {
        try (ServedPack served = ServedPack.of(s -> pack)) {
            return served.analyze(DOOR, Map.of()).getDiagnostics(0).getEnforcementLevel();
        }
    }

    private static RemediateResponse mended(EnforcementLevel level, Map<String, ?> properties) throws Exception {
        try (ServedPack served = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, mends(level)).build())) {
            return served.client().remediate(ServedPack.request(DOOR, properties));
        }
    }

    @Test
    void thePacksOwnEnforcementLevelIsIgnored() throws Exception {
        assertThat(levelOf(pack(EnforcementLevel.MANDATORY, says(null)).build())).isEqualTo(MANDATORY);
        try (ServedPack served = ServedPack.of(s -> pack(EnforcementLevel.DISABLED, says(null)).build())) {
            assertThat(served.analyze(DOOR, Map.of()).getDiagnosticsList()).isEmpty();
        }
    }

    @Test
    void aLevelThatIsNotSetIsTreatedAsAdvisory() throws Exception {
        Pack pack = pack(EnforcementLevel.MANDATORY, says(null)).initialConfig("says", Map.of()).build();
        try (ServedPack served = ServedPack.of(s -> pack)) {
            AnalyzerInfo info = served.client().getAnalyzerInfo(Empty.getDefaultInstance());
            assertThat(info.getPolicies(0).getEnforcementLevel()).isEqualTo(MANDATORY);
            assertThat(info.getInitialConfigOrThrow("says").getEnforcementLevel()).isEqualTo(MANDATORY);
        }
    }

    @Test
    void theOrderOfLevelsIsNotConfigurationThenPolicyThenPack() throws Exception {
        for (EnforcementLevel packs : EnforcementLevel.values()) {
            assertThat(levelOf(pack(packs, says(EnforcementLevel.ADVISORY)).build())).isEqualTo(ADVISORY);
            try (ServedPack served = ServedPack.of(s -> pack(packs, says(EnforcementLevel.ADVISORY)).build())) {
                served.client().configure(ConfigureAnalyzerRequest.newBuilder()
                        .putPolicyConfig("says", PolicyConfig.newBuilder().setEnforcementLevel(MANDATORY).build()).build());
                assertThat(served.analyze(DOOR, Map.of()).getDiagnostics(0).getEnforcementLevel()).isEqualTo(MANDATORY);
                served.client().configure(ConfigureAnalyzerRequest.newBuilder()
                        .putPolicyConfig("says", PolicyConfig.newBuilder().setEnforcementLevel(DISABLED).build()).build());
                assertThat(served.analyze(DOOR, Map.of()).getDiagnosticsList()).isEmpty();
            }
        }
    }

    @Test
    void aRemediationRunsAlthoughItsLevelIsNotRemediate() throws Exception {
        for (EnforcementLevel level : List.of(EnforcementLevel.ADVISORY, EnforcementLevel.MANDATORY, EnforcementLevel.DISABLED)) {
            assertThat(mended(level, Map.of("open", true)).getRemediationsList()).as("" + level).isEmpty();
        }
        assertThat(mended(EnforcementLevel.REMEDIATE, Map.of("open", true)).getRemediationsList()).hasSize(1);
    }

    @Test
    void aRemediateLevelPolicyWithoutARemediationIsReportedAtTheWrongLevel() throws Exception {
        assertThat(levelOf(pack(EnforcementLevel.ADVISORY, says(EnforcementLevel.REMEDIATE)).build())).isEqualTo(MANDATORY);
    }

    @Test
    void aStackPolicyAtRemediateCrashes() throws Exception {
        Rule stack = Rule.stack("whole").summary("Whole").level(EnforcementLevel.REMEDIATE).checkStack(c -> c.violation("no"));
        try (ServedPack served = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, stack).build())) {
            assertThat(served.client().remediate(ServedPack.request(DOOR, Map.of()))).isEqualTo(RemediateResponse.getDefaultInstance());
            assertThat(served.client().analyzeStack(AnalyzeStackRequest.getDefaultInstance()).getDiagnosticsList())
                    .extracting(AnalyzeDiagnostic::getEnforcementLevel).containsExactly(MANDATORY);
        }
    }

    @Test
    void aRemediationDropsSecretMarksAssetsArchivesOrUnknownsThatItDoesNotTouch() throws Exception {
        Value asset = new Value.Asset(Optional.of("h1"), Optional.empty(), Optional.empty(), Optional.of("text"));
        Map<String, Object> untouched = Map.of(
                "secret", Values.secret("s"),
                "secretUnknown", Values.secret(Values.unknown()),
                "unknown", Values.unknown(),
                "asset", asset,
                "archive", new Value.Archive(Optional.of("h2"), Optional.empty(), Optional.empty(), Map.of("a", asset)),
                "deep", List.of(Map.of("secret", Values.secret("t"), "unknown", Values.unknown())),
                "__defaults", List.of("open"));
        Map<String, Object> before = new java.util.HashMap<>(untouched);
        before.put("open", true);
        Map<String, Object> after = new java.util.HashMap<>(untouched);
        after.put("open", false);
        assertThat(mended(EnforcementLevel.REMEDIATE, before).getRemediations(0).getProperties())
                .isEqualTo(ServedPack.struct(after));
    }

    @Test
    void severityNotApplicableInitialConfigTagsRemediationStepsUrlAndFrameworkAreNeverSent() throws Exception {
        Rule full = Rule.resource("full").on(DOOR).summary("Full").severity(Severity.HIGH).tags("a").fix("Mend it")
                .url("https://example.org").control("GDPR", "2016/679", "Art. 32").config("n", Map.of("type", "integer"))
                .check(c -> c.violation("x"));
        try (ServedPack served = ServedPack.of(
                s -> pack(EnforcementLevel.ADVISORY, full).initialConfig("full", Map.of("n", 3)).build())) {
            AnalyzerInfo info = served.client().getAnalyzerInfo(Empty.getDefaultInstance());
            PolicyInfo said = info.getPolicies(0);
            assertThat(said.getSeverity()).isEqualTo(PolicySeverity.POLICY_SEVERITY_HIGH);
            assertThat(served.analyze(DOOR, Map.of()).getDiagnostics(0).getSeverity()).isEqualTo(PolicySeverity.POLICY_SEVERITY_HIGH);
            assertThat(served.analyze("shop:index:Wall", Map.of()).getNotApplicable(0).getPolicyName()).isEqualTo("full");
            assertThat(info.getInitialConfigOrThrow("full").getProperties()).isEqualTo(ServedPack.struct(Map.of("n", 3)));
            assertThat(said.getTagsList()).containsExactly("a");
            assertThat(said.getRemediationSteps()).isEqualTo("Mend it");
            assertThat(said.getUrl()).isEqualTo("https://example.org");
            assertThat(said.getFramework().getReference()).isEqualTo("Art. 32");
        }
    }

    @Test
    void oneUnknownValueFailsTheWholeCallInsteadOfTheOnePolicy() throws Exception {
        Rule reads = Rule.resource("reads").summary("Reads").check(c -> c.violation(c.get("x").string().orElse("none")));
        try (ServedPack served = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, reads, says(null)).build())) {
            AnalyzeResponse response = served.analyze(DOOR, Map.of("x", Values.unknown()));
            assertThat(response.getDiagnosticsList()).extracting(AnalyzeDiagnostic::getPolicyName).containsExactly("says");
            assertThat(response.getNotApplicable(0).getReason()).startsWith("undecided: x is not known");
        }
    }

    @Test
    void getAnalyzerInfoBeforeConfigureStackCrashes() throws Exception {
        PackFactory fromStack = stack -> pack(EnforcementLevel.ADVISORY,
                Rule.resource("for-" + stack.config("region").orElse("any")).summary("One").check(c -> {})).build();
        try (ServedPack served = ServedPack.of(fromStack)) {
            assertThat(served.client().getAnalyzerInfo(Empty.getDefaultInstance()).getPolicies(0).getName()).isEqualTo("for-any");
        }
    }

    @Test
    void dryRunIsNeverSet() throws Exception {
        Rule tells = Rule.resource("tells").summary("Tells").check(c -> c.violation("" + c.stack().dryRun() + c.stack().isPreview()));
        for (boolean dry : List.of(true, false)) {
            try (ServedPack served = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, tells).build())) {
                served.client().configureStack(AnalyzerStackConfigureRequest.newBuilder()
                        .setProject("shop").setStack("dev").setDryRun(dry).build());
                assertThat(served.analyze(DOOR, Map.of()).getDiagnostics(0).getMessage())
                        .isEqualTo("Tells\nOptional[" + dry + "]" + dry);
            }
        }
    }

    @Test
    void concurrentAnalyzeCallsShareState() throws Exception {
        Rule echo = Rule.resource("echo").summary("Echo").check(c -> {
            for (int i = 0; i < 3; i++) {
                c.violation("" + c.get("n").integerOr(-1));
                Thread.yield();
            }
        });
        try (ServedPack served = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, echo).build())) {
            List<Future<AnalyzeResponse>> running = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                running.add(served.futures().analyze(ServedPack.request(DOOR, Map.of("n", i))));
            }
            for (int i = 0; i < 200; i++) {
                String wanted = "Echo\n" + i;
                assertThat(running.get(i).get().getDiagnosticsList()).hasSize(3).extracting(AnalyzeDiagnostic::getMessage).containsOnly(wanted);
            }
        }
    }

    @Test
    void somethingElseThanThePortIsOnTheFirstLineOfStandardOutput() throws Exception {
        try (ServerSocket engine = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ToyProcess toy = new ToyProcess(List.of("-Dtoy.colours=true"), "127.0.0.1:" + engine.getLocalPort())) {
            assertThat(toy.firstLine()).matches("[1-9][0-9]{0,4}");
            toy.process.toHandle().destroy();
            assertThat(toy.otherLines()).isEmpty();
            assertThat(toy.stderr()).contains("factory talks on stdout");
        }
    }
}
