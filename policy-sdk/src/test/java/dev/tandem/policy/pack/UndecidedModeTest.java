package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.UndecidedMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** Who decides what an undecided rule says: its configuration, else the run, else the rule, else the pack. */
class UndecidedModeTest {

    private static ServedPack pack(UndecidedMode pack, UndecidedMode rule, Map<String, String> environment) {
        return ServedPack.of(
                s -> Pack.named("p", "1.0.0").undecided(pack)
                        .rule(Rule.resource("reads").summary("Reads").undecided(rule)
                                .check(c -> c.each(c.all("all[*]"), p -> c.violation(p, p.stringOr("")))))
                        .build(),
                environment);
    }

    private static AnalyzeResponse judged(ServedPack pack) throws Exception {
        return pack.analyze("a:b:C", Map.of("all", List.of(Values.unknown(), Values.unknown())));
    }

    private static void assertLevel(ServedPack pack, EnforcementLevel... levels) throws Exception {
        AnalyzeResponse said = judged(pack);
        assertThat(said.getDiagnosticsList()).extracting(AnalyzeDiagnostic::getEnforcementLevel).containsExactly(levels);
        assertThat(said.getNotApplicableCount()).isEqualTo(1);
    }

    @Test
    void silentByDefault() throws Exception {
        try (ServedPack pack = pack(UndecidedMode.SILENT, null, Map.of())) {
            assertLevel(pack);
        }
    }

    @Test
    void theRuleIsStrongerThanThePack() throws Exception {
        try (ServedPack pack = pack(UndecidedMode.REFUSE, UndecidedMode.ADVISE, Map.of())) {
            assertLevel(pack, EnforcementLevel.ADVISORY);
            assertThat(judged(pack).getDiagnostics(0).getMessage()).as("all paths in one finding").isEqualTo(
                    "Reads\ncould not be decided: all[0] is not known before the deployment; all[1] is not known before the"
                            + " deployment\n  id: reads[undecided]");
        }
    }

    @Test
    void theRunIsStrongerThanTheRule() throws Exception {
        try (ServedPack pack = pack(UndecidedMode.ADVISE, UndecidedMode.SILENT, Map.of("POLICY_UNDECIDED", "refuse"))) {
            assertLevel(pack, EnforcementLevel.MANDATORY);
        }
    }

    @Test
    void theConfigurationIsStrongerThanTheRun() throws Exception {
        try (ServedPack pack = pack(UndecidedMode.ADVISE, UndecidedMode.ADVISE, Map.of("POLICY_UNDECIDED", "refuse"))) {
            pack.client().configure(ConfigureAnalyzerRequest.newBuilder()
                    .putPolicyConfig("reads", PolicyConfig.newBuilder()
                            .setProperties(ServedPack.struct(Map.of("undecided", "silent"))).build())
                    .build());
            assertLevel(pack);
        }
    }

    @Test
    void aRunThatWantsSomethingElseIsRefused() throws Exception {
        try (ServedPack pack = pack(UndecidedMode.ADVISE, null, Map.of("POLICY_UNDECIDED", "loudly"))) {
            assertThat(pack.exit()).isEqualTo(1);
            assertThat(pack.stderr().trim()).isEqualTo(
                    "policy pack: environment variable POLICY_UNDECIDED is 'loudly', expected silent, advise or refuse");
        }
    }
}
