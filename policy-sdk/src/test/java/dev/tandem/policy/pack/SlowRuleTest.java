package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.rule.Rule;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;

/** A rule that does not end is one finding, and the others still run. */
class SlowRuleTest {

    private static final Rule ENDLESS = Rule.resource("endless").summary("Never ends").check(c -> {
        while (c.get("hard").boolOr(false)) {
            Thread.onSpinWait();
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    });
    private static final Rule BEFORE = Rule.resource("before").summary("Before").check(c -> c.violation("seen before"));
    private static final Rule AFTER = Rule.resource("after").summary("After").check(c -> c.violation("seen after"));

    private static ServedPack pack() {
        return ServedPack.of(s -> Pack.named("p", "1.0.0")
                .ruleTimeout(Duration.ofSeconds(2))
                .rule(BEFORE)
                .rule(ENDLESS)
                .rule(AFTER)
                .rule(Rule.stack("endless-stack").summary("Never ends").checkStack(c -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                }))
                .build());
    }

    @Test
    void theCallReturnsWithTheFindingAndWhatTheOthersFound() throws Exception {
        try (ServedPack pack = pack()) {
            AnalyzeResponse response = pack.analyze("a:b:C", Map.of("hard", true));
            assertThat(response.getDiagnosticsList()).extracting(AnalyzeDiagnostic::getMessage).containsExactly(
                    "Before\nseen before",
                    "Never ends\nthe rule itself took longer than 2.0 s; this resource was not judged by it\n  id: endless[rule-failed]",
                    "After\nseen after");
            assertThat(response.getDiagnostics(1).getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
        }
    }

    @Test
    void afterThreeTimesItIsSwitchedOffAndThatIsAFinding() throws Exception {
        try (ServedPack pack = pack()) {
            pack.analyze("a:b:C", Map.of("hard", true));
            pack.analyze("a:b:C", Map.of("hard", true));
            assertThat(pack.analyze("a:b:C", Map.of("hard", true)).getDiagnostics(1).getMessage())
                    .contains("It happened 3 times, so the rule is switched off");
            AnalyzeResponse fourth = pack.analyze("a:b:C", Map.of("hard", true));
            assertThat(fourth.getDiagnosticsList()).extracting(AnalyzeDiagnostic::getPolicyName).containsExactly("before", "after");
            assertThat(fourth.getNotApplicable(0).getReason()).isEqualTo("switched off, because the rule took too long 3 times");
        }
    }

    @Test
    void aStackRuleThatDoesNotEndIsOneFindingToo() throws Exception {
        try (ServedPack pack = pack()) {
            assertThat(pack.client().analyzeStack(AnalyzeStackRequest.getDefaultInstance()).getDiagnostics(0).getMessage())
                    .contains("took longer than 2.0 s");
        }
    }

    @Test
    void outOfMemoryEndsThePackAndSaysSo() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> Pack.named("p", "1.0.0")
                .rule(Rule.resource("greedy").summary("Eats").check(c -> {
                    throw new OutOfMemoryError("eaten");
                }))
                .build())) {
            assertThatThrownBy(() -> pack.analyze("a:b:C", Map.of()))
                    .hasMessage("RESOURCE_EXHAUSTED: policy pack p@1.0.0, Analyze urn:pulumi:dev::shop::a:b:C::it: out of memory");
            assertThat(pack.exit()).isEqualTo(1);
            assertThat(pack.stderr()).startsWith("policy pack: out of memory at ").contains("JAVA_TOOL_OPTIONS=-Xmx2g");
        }
    }

    @Test
    void noTimeAtAllIsRefused() {
        assertThatThrownBy(() -> Pack.named("p", "1.0.0").ruleTimeout(Duration.ZERO).build())
                .hasMessage("pack 'p': rule timeout is PT0S, expected more than nothing");
    }
}
