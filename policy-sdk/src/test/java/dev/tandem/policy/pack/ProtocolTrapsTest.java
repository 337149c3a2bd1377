package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.wire.Signatures;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pulumirpc.AnalyzerOuterClass;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;

/** Answers that would crash, stop or mislead an engine. */
class ProtocolTrapsTest {

    private static final String DOOR = "shop:index:Door";

    private static ServedPack serve(Rule... rules) {
        return ServedPack.of(s -> Pack.named("p", "1.0.0").rules(List.of(rules)).build());
    }

    private static Rule says(String id, EnforcementLevel level) {
        return Rule.resource(id).summary("Says").level(level).check(c -> c.violation(""));
    }

    /** The engine's parser takes {@code 1.0.0-SNAPSHOT}, but fails the run on {@code 1.0-SNAPSHOT}. */
    @ParameterizedTest
    @ValueSource(strings = {"1.0-SNAPSHOT", "1", "v1.0.0", "01.0.0", "1.0.0+build", ""})
    void aVersionThatTheEngineWouldNotReadIsRefused(String version) {
        assertThatThrownBy(() -> Pack.named("p", version).build())
                .hasMessage("pack 'p': version '" + version
                        + "' is no semantic version, expected for instance 1.0.0 or 1.1.0-rc.1");
        assertThat(Pack.named("p", "1.0.0-SNAPSHOT").build().version()).isEqualTo("1.0.0-SNAPSHOT");
    }

    /** Names that differ make a second, stray group in the CLI's output. */
    @Test
    void packNameAndVersionAreTheSameEverywhere() throws Exception {
        Rule mends = Rule.resource("mends").summary("Mends").level(EnforcementLevel.REMEDIATE)
                .remediate(c -> Map.of("a", Values.of(1))).build();
        try (ServedPack pack = serve(says("says", null), mends)) {
            AnalyzerInfo info = pack.client().getAnalyzerInfo(Empty.getDefaultInstance());
            AnalyzeDiagnostic said = pack.analyze(DOOR, Map.of("a", 1)).getDiagnostics(0);
            AnalyzerOuterClass.Remediation mended =
                    pack.client().remediate(ServedPack.request(DOOR, Map.of())).getRemediations(0);
            assertThat(List.of(info.getName(), said.getPolicyPackName(), mended.getPolicyPackName())).containsOnly("p");
            assertThat(List.of(info.getVersion(), said.getPolicyPackVersion(), mended.getPolicyPackVersion())).containsOnly("1.0.0");
        }
    }

    /** Level DISABLED in a finding crashes the CLI, REMEDIATE is for listings only. */
    @Test
    void aFindingIsAdvisoryOrMandatoryWhateverTheLevel() throws Exception {
        for (EnforcementLevel level : EnforcementLevel.values()) {
            Rule throwing = Rule.resource("throws").summary("Throws").level(level).check(c -> {
                throw new IllegalStateException("x");
            });
            try (ServedPack pack = serve(says("says", level), throwing)) {
                assertThat(pack.analyze(DOOR, Map.of()).getDiagnosticsList())
                        .extracting(AnalyzeDiagnostic::getEnforcementLevel)
                        .isSubsetOf(AnalyzerOuterClass.EnforcementLevel.ADVISORY, AnalyzerOuterClass.EnforcementLevel.MANDATORY);
            }
        }
    }

    @Test
    void aFindingWithoutTextIsTheSummaryAlone() throws Exception {
        try (ServedPack pack = serve(says("says", null))) {
            assertThat(pack.analyze(DOOR, Map.of()).getDiagnostics(0).getMessage()).isEqualTo("Says");
        }
    }

    /** The engine takes UNIMPLEMENTED for a pack of an older SDK, and says nothing. */
    @Test
    void aStatusThatRuleCodeThrowsDoesNotGetThrough() throws Exception {
        Rule rule = Rule.resource("remote").summary("Remote").level(EnforcementLevel.REMEDIATE).remediate(c -> {
                    throw Status.UNIMPLEMENTED.asRuntimeException();
                }).check(c -> {
                    throw Status.UNIMPLEMENTED.asRuntimeException();
                });
        Rule stack = Rule.stack("remote-stack").summary("Remote").checkStack(c -> {
            throw Status.UNIMPLEMENTED.asRuntimeException();
        });
        try (ServedPack pack = serve(rule, stack)) {
            assertThat(pack.analyze(DOOR, Map.of()).getDiagnostics(0).getMessage())
                    .contains("the rule itself failed with StatusRuntimeException: UNIMPLEMENTED");
            assertThat(pack.client().remediate(ServedPack.request(DOOR, Map.of())).getRemediations(0).getDiagnostic())
                    .contains("the rule itself failed with StatusRuntimeException: UNIMPLEMENTED");
            assertThat(pack.client().analyzeStack(AnalyzeStackRequest.getDefaultInstance()).getDiagnosticsCount()).isEqualTo(1);
        }
        try (ServedPack pack = ServedPack.of(s -> Pack.named("p", "1.0.0").rule(says("says", null)).typeNormalizer(t -> {
            if (t.equals("odd")) {
                throw Status.UNIMPLEMENTED.asRuntimeException();
            }
            return t;
        }).build())) {
            assertThatThrownBy(() -> pack.analyze("odd", Map.of()))
                    .hasMessageStartingWith("INTERNAL: policy pack p@1.0.0, Analyze urn:pulumi:dev::shop::odd::it: StatusRuntimeException");
        }
    }

    /** An entry with neither text nor properties would wipe all inputs, one with unchanged properties is noise. */
    @Test
    void aRemediationHasEitherATextOrProperties() throws Exception {
        Rule nothing = Rule.resource("nothing").summary("Nothing").level(EnforcementLevel.REMEDIATE)
                .remediate(c -> Map.of()).build();
        Rule same = Rule.resource("same").summary("Same").level(EnforcementLevel.REMEDIATE)
                .remediate(c -> Map.of("a", Values.of(1.0))).build();
        Rule unknown = Rule.resource("unknown").summary("Unknown").level(EnforcementLevel.REMEDIATE)
                .undecided(dev.tandem.policy.rule.UndecidedMode.ADVISE)
                .remediate(c -> Map.of("a", Values.of(c.get("b").integerOr(0)))).build();
        Rule throwing = Rule.resource("throws").summary("Throws").level(EnforcementLevel.REMEDIATE).remediate(c -> {
            throw new IllegalStateException("x");
        }).build();
        try (ServedPack pack = serve(nothing, same, unknown, throwing)) {
            RemediateResponse response =
                    pack.client().remediate(ServedPack.request(DOOR, Map.of("a", 1, "b", Values.unknown())));
            assertThat(response.getRemediationsList()).extracting(r -> r.getPolicyName()).containsExactly("unknown", "throws");
            assertThat(response.getRemediationsList()).allMatch(r -> !r.hasProperties() && !r.getDiagnostic().isEmpty());
            assertThat(response.getRemediations(0).getDiagnostic())
                    .isEqualTo("Unknown\ncould not be mended: b is not known before the deployment");
        }
    }

    /** A remediation must not hold up the deployment either. */
    @Test
    void aRemediationThatDoesNotEndIsToldAndSwitchedOffLikeACheck() throws Exception {
        Rule endless = Rule.resource("endless").summary("Endless").level(EnforcementLevel.REMEDIATE).remediate(c -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return Map.of();
        }).build();
        try (ServedPack pack = ServedPack.of(s -> Pack.named("p", "1.0.0").rule(endless)
                .ruleTimeout(java.time.Duration.ofMillis(100)).build())) {
            for (int i = 0; i < 3; i++) {
                assertThat(pack.client().remediate(ServedPack.request(DOOR, Map.of())).getRemediations(0).getDiagnostic())
                        .startsWith("Endless\nthe rule itself took longer than 0.1 s; nothing was mended");
            }
            assertThat(pack.client().remediate(ServedPack.request(DOOR, Map.of())).getRemediations(0).getDiagnostic())
                    .contains("switched off");
        }
    }

    /** What the engine does not accept back from a remediation: signatures that it does not know. It made this one itself. */
    @Test
    void aSignatureThatIsNotKnownGoesBackAsItCame() throws Exception {
        Rule mends = Rule.resource("mends").summary("Mends").level(EnforcementLevel.REMEDIATE)
                .remediate(c -> Map.of("open", Values.of(false))).build();
        Map<String, Object> bytes = Map.of(Signatures.KEY, "803fd3297a5875dc03ca845dda5d2a98", "value", "wyg=");
        try (ServedPack pack = serve(mends)) {
            assertThat(pack.client().remediate(ServedPack.request(DOOR, Map.of("x", bytes))).getRemediations(0).getProperties())
                    .isEqualTo(ServedPack.struct(Map.of("x", bytes, "open", false)));
        }
    }

    /** {@code disabled} as configured is no level of a finding but silence, also for remediations and the stack. */
    @Test
    void aRuleThatIsConfiguredAwayIsNotEvenNotApplicable() throws Exception {
        Rule stack = Rule.stack("whole").summary("Whole").checkStack(c -> c.violation("x"));
        try (ServedPack pack = serve(says("says", null), stack)) {
            PolicyConfig off = PolicyConfig.newBuilder()
                    .setEnforcementLevel(AnalyzerOuterClass.EnforcementLevel.DISABLED).build();
            pack.client().configure(ConfigureAnalyzerRequest.newBuilder()
                    .putPolicyConfig("says", off).putPolicyConfig("whole", off).build());
            assertThat(pack.analyze(DOOR, Map.of())).isEqualTo(AnalyzeResponse.getDefaultInstance());
            assertThat(pack.client().analyzeStack(AnalyzeStackRequest.getDefaultInstance()))
                    .isEqualTo(AnalyzeResponse.getDefaultInstance());
        }
    }

    /** Some engines crash on a finding of a stack without URN: with nothing listed and no stack told there is none to give. */
    @Test
    void aStackFindingHasAUrnWheneverThereIsOne() throws Exception {
        Rule stack = Rule.stack("whole").summary("Whole").checkStack(c -> c.violation("x"));
        try (ServedPack pack = ServedPack.of(
                s -> Pack.named("p", "1.0.0").rule(stack).build(), Map.of("PULUMI_PROJECT", "shop", "PULUMI_STACK", "dev"))) {
            assertThat(pack.client().analyzeStack(AnalyzeStackRequest.getDefaultInstance()).getDiagnostics(0).getUrn())
                    .isEqualTo("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev");
        }
    }
}
