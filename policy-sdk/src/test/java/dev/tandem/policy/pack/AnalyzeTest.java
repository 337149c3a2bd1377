package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import dev.tandem.policy.rule.UndecidedMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.PolicyNotApplicable;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;

/** What the engine is told of one resource. */
class AnalyzeTest {

    private static final String DOOR = "shop:index:Door";

    private static final Rule CLOSED = Rule.resource("closed")
            .on(DOOR)
            .summary("Doors are closed")
            .level(EnforcementLevel.MANDATORY)
            .severity(Severity.CRITICAL)
            .fix("Close it")
            .check(c -> {
                c.each(c.all("locks[*]"), lock -> {
                    if (lock.at("open").boolOr(false)) {
                        c.violation(lock.at("open"), lock.at("name").stringOr(""), "lock is open");
                    }
                });
                if (c.get("painted").boolOr(false)) {
                    c.notApplicable("painted on the wall");
                }
            });

    private static final Rule BROKEN = Rule.resource("broken").summary("Never works").check(c -> {
        throw new IllegalStateException("oops with " + c.get("code").stringOr(""));
    });

    private static final Rule GREEDY = Rule.resource("greedy").summary("Recurses").check(c -> recurse(1));

    private static int recurse(int n) {
        return recurse(n + 1) + 1;
    }

    private static Pack pack(Rule... rules) {
        return Pack.named("doors", "2.0.0").rules(List.of(rules)).build();
    }

    private static Map<String, Object> lock(String name, Object open) {
        return Map.of("name", name, "open", open);
    }

    @Test
    void aViolationCarriesPackRuleLevelSeverityUrnAndText() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(CLOSED))) {
            AnalyzeResponse response = pack.analyze(DOOR, Map.of("locks", List.of(lock("upper", true))));
            assertThat(response.getDiagnosticsList()).containsExactly(AnalyzeDiagnostic.newBuilder()
                    .setPolicyName("closed")
                    .setPolicyPackName("doors")
                    .setPolicyPackVersion("2.0.0")
                    .setDescription("Doors are closed")
                    .setMessage("Doors are closed\nlock is open\n  at: locks[0].open\n  fix: Close it\n  id: closed[upper]")
                    .setEnforcementLevel(AnalyzerOuterClass.EnforcementLevel.MANDATORY)
                    .setUrn(ServedPack.urn(DOOR, "it"))
                    .setSeverity(PolicySeverity.POLICY_SEVERITY_CRITICAL)
                    .build());
        }
    }

    @Test
    void anotherTypeIsNotApplicableWithAReasonOfItsOwn() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(CLOSED))) {
            AnalyzeResponse response = pack.analyze("shop:index:Wall", Map.of());
            PolicyNotApplicable entry = response.getNotApplicable(0);
            assertThat(entry.getPolicyName()).isEqualTo("closed");
            assertThat(NotApplicableText.isTypeMismatch(entry.getReason())).isTrue();
            assertThat(entry.getReason()).contains(DOOR);
        }
    }

    @Test
    void aRuleSaysItselfThatItDoesNotApply() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(CLOSED))) {
            PolicyNotApplicable entry = pack.analyze(DOOR, Map.of("painted", true)).getNotApplicable(0);
            assertThat(entry.getReason()).isEqualTo("painted on the wall");
            assertThat(NotApplicableText.isTypeMismatch(entry.getReason())).isFalse();
            assertThat(NotApplicableText.parseUndecided(entry.getReason())).isEmpty();
        }
    }

    @Test
    void undecidedIsSilentForTheEngineAndNeverCountsAsPassed() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(CLOSED))) {
            AnalyzeResponse response = pack.analyze(
                    DOOR, Map.of("locks", List.of(lock("a", Values.unknown()), lock("b", Values.unknown()))));
            assertThat(response.getDiagnosticsList()).isEmpty();
            assertThat(response.getNotApplicable(0).getReason())
                    .isEqualTo("undecided: locks[0].open is not known before the deployment;"
                            + " locks[1].open is not known before the deployment");
            assertThat(NotApplicableText.parseUndecided(response.getNotApplicable(0).getReason()).orElseThrow())
                    .hasSize(2);
        }
    }

    @Test
    void oneUnknownValueDoesNotHideAViolationBesideIt() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(CLOSED))) {
            AnalyzeResponse response =
                    pack.analyze(DOOR, Map.of("locks", List.of(lock("a", Values.unknown()), lock("b", true))));
            assertThat(response.getDiagnosticsList()).hasSize(1);
            assertThat(response.getNotApplicable(0).getReason()).startsWith("undecided: locks[0].open");
        }
    }

    @Test
    void undecidedCanBeAdvisedOrRefusedByThePack() throws Exception {
        for (UndecidedMode mode : List.of(UndecidedMode.ADVISE, UndecidedMode.REFUSE)) {
            Pack loud = Pack.named("doors", "2.0.0").rule(CLOSED).undecided(mode).build();
            try (ServedPack pack = ServedPack.of(s -> loud)) {
                AnalyzeDiagnostic said =
                        pack.analyze(DOOR, Map.of("locks", Values.unknown())).getDiagnostics(0);
                assertThat(said.getEnforcementLevel()).isEqualTo(mode == UndecidedMode.ADVISE
                        ? AnalyzerOuterClass.EnforcementLevel.ADVISORY
                        : AnalyzerOuterClass.EnforcementLevel.MANDATORY);
                assertThat(said.getMessage()).contains("could not be decided: locks.open is not known before the deployment");
            }
        }
    }

    @Test
    void aRuleThatThrowsIsAMandatoryFindingAndTheOthersStillRun() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(BROKEN, CLOSED))) {
            AnalyzeResponse response = pack.analyze(
                    DOOR, Map.of("code", Values.secret("hunter22"), "locks", List.of(lock("upper", true))));
            assertThat(response.getDiagnosticsList()).hasSize(2);
            AnalyzeDiagnostic failed = response.getDiagnostics(0);
            assertThat(failed.getPolicyName()).isEqualTo("broken");
            assertThat(failed.getEnforcementLevel()).isEqualTo(AnalyzerOuterClass.EnforcementLevel.MANDATORY);
            assertThat(failed.getMessage())
                    .contains("the rule itself failed with IllegalStateException: oops with [secret] at AnalyzeTest.java:")
                    .contains("id: broken[rule-failed]");
            assertThat(response.getDiagnostics(1).getPolicyName()).isEqualTo("closed");
        }
    }

    @Test
    void aRuleThatExhaustsTheStackIsOneFinding() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(GREEDY, CLOSED))) {
            AnalyzeResponse response = pack.analyze(DOOR, Map.of("locks", List.of(lock("upper", true))));
            assertThat(response.getDiagnostics(0).getMessage()).contains("the rule itself failed with StackOverflowError");
            assertThat(response.getDiagnosticsCount()).isEqualTo(2);
        }
    }

    @Test
    void typesAreNormalisedByThePack() throws Exception {
        Pack normal = Pack.named("doors", "2.0.0")
                .rule(Rule.resource("any-door").on("native:Door").summary("Sees it").check(c -> c.violation("seen " + c.resource().type())))
                .typeNormalizer(t -> t.replace("native:", "shop:index:"))
                .build();
        try (ServedPack pack = ServedPack.of(s -> normal)) {
            assertThat(pack.analyze(DOOR, Map.of()).getDiagnostics(0).getMessage()).contains("seen " + DOOR);
            assertThat(pack.analyze("native:Door", Map.of()).getDiagnostics(0).getMessage()).contains("seen native:Door");
            assertThat(pack.analyze("native:Wall", Map.of()).getDiagnosticsList()).isEmpty();
        }
    }

    @Test
    void aStackRuleIsNotAskedAboutOneResource() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(
                Rule.stack("whole").summary("Whole").checkStack(c -> c.violation("never"))))) {
            assertThat(pack.analyze(DOOR, Map.of())).isEqualTo(AnalyzeResponse.getDefaultInstance());
        }
    }

    @Test
    void aNormaliserThatThrowsIsAnErrorWithPackCallAndUrn() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> Pack.named("doors", "2.0.0").rule(CLOSED).typeNormalizer(t -> {
            if (t.equals("odd")) {
                throw new UnsupportedOperationException("no idea");
            }
            return t;
        }).build())) {
            assertThatThrownBy(() -> pack.analyze("odd", Map.of()))
                    .hasMessageStartingWith("INTERNAL: policy pack doors@2.0.0, Analyze urn:pulumi:dev::shop::odd::it:"
                            + " UnsupportedOperationException: no idea at AnalyzeTest.java:");
        }
    }
}
