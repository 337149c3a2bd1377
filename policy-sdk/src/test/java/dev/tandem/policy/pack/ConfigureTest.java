package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import io.grpc.StatusRuntimeException;
import dev.tandem.policy.rule.UndecidedMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** Levels and configuration: what is configured, then the rule, then the pack. */
class ConfigureTest {

    private static final String TYPE = "shop:index:Door";

    private static Pack pack(EnforcementLevel packLevel, EnforcementLevel ruleLevel) {
        return Pack.named("p", "1.0.0")
                .defaultLevel(packLevel)
                .rule(Rule.resource("greet")
                        .oldIds("hello")
                        .summary("Says hello")
                        .level(ruleLevel)
                        .config("word", Map.of("type", "string", "default", "hi"))
                        .check(c -> c.violation("word " + c.config().at("word").stringOr("none"))))
                .build();
    }

    private static ConfigureAnalyzerRequest config(String rule, AnalyzerOuterClass.EnforcementLevel level, Object word) {
        return ConfigureAnalyzerRequest.newBuilder()
                .putPolicyConfig(
                        rule,
                        PolicyConfig.newBuilder()
                                .setEnforcementLevel(level)
                                .setProperties(ServedPack.struct(Map.of("word", word)))
                                .build())
                .build();
    }

    private static AnalyzerOuterClass.EnforcementLevel level(AnalyzeResponse response) {
        assertThat(response.getDiagnosticsCount()).isEqualTo(1);
        return response.getDiagnostics(0).getEnforcementLevel();
    }

    @Test
    void thePacksLevelHoldsWhereTheRuleNamesNone() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(EnforcementLevel.MANDATORY, null))) {
            assertThat(level(pack.analyze(TYPE, Map.of()))).isEqualTo(AnalyzerOuterClass.EnforcementLevel.MANDATORY);
        }
    }

    @Test
    void theRulesLevelIsStrongerThanThePacks() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(EnforcementLevel.MANDATORY, EnforcementLevel.ADVISORY))) {
            assertThat(level(pack.analyze(TYPE, Map.of()))).isEqualTo(AnalyzerOuterClass.EnforcementLevel.ADVISORY);
        }
    }

    @Test
    void theConfiguredLevelIsStrongerThanTheRules() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, EnforcementLevel.ADVISORY))) {
            pack.client().configure(config("greet", AnalyzerOuterClass.EnforcementLevel.MANDATORY, "yo"));
            AnalyzeResponse response = pack.analyze(TYPE, Map.of());
            assertThat(level(response)).isEqualTo(AnalyzerOuterClass.EnforcementLevel.MANDATORY);
            assertThat(response.getDiagnostics(0).getMessage()).isEqualTo("Says hello\nword yo");
        }
    }

    @Test
    void aDisabledRuleSaysNothingAtAll() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, null))) {
            pack.client().configure(config("greet", AnalyzerOuterClass.EnforcementLevel.DISABLED, ""));
            assertThat(pack.analyze(TYPE, Map.of())).isEqualTo(AnalyzeResponse.getDefaultInstance());
        }
    }

    @Test
    void remediateIsReportedAsMandatory() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, EnforcementLevel.REMEDIATE))) {
            assertThat(level(pack.analyze(TYPE, Map.of()))).isEqualTo(AnalyzerOuterClass.EnforcementLevel.MANDATORY);
        }
    }

    @Test
    void allAndUnknownNamesAreNotForThisPack() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, null))) {
            pack.client().configure(config("all", AnalyzerOuterClass.EnforcementLevel.DISABLED, "x"));
            pack.client().configure(config("nobody", AnalyzerOuterClass.EnforcementLevel.DISABLED, "x"));
            assertThat(level(pack.analyze(TYPE, Map.of()))).isEqualTo(AnalyzerOuterClass.EnforcementLevel.ADVISORY);
        }
    }

    @Test
    void withoutConfigureTheSchemasDefaultAndTheInitialConfigurationHold() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, null))) {
            assertThat(pack.analyze(TYPE, Map.of()).getDiagnostics(0).getMessage()).endsWith("word hi");
        }
        Pack initial = Pack.named("p", "1.0.0")
                .rules(pack(EnforcementLevel.ADVISORY, null).rules())
                .initialConfig("greet", Map.of("word", "hey"))
                .build();
        try (ServedPack pack = ServedPack.of(s -> initial)) {
            assertThat(pack.analyze(TYPE, Map.of()).getDiagnostics(0).getMessage()).endsWith("word hey");
        }
    }

    @Test
    void anOldIdStillConfiguresTheRule() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, null))) {
            // As the engine sends it: the new id with the defaults, the old one as the user wrote it.
            pack.client().configure(config("greet", AnalyzerOuterClass.EnforcementLevel.ADVISORY, "hi").toBuilder()
                    .putAllPolicyConfig(config("hello", AnalyzerOuterClass.EnforcementLevel.MANDATORY, "old")
                            .getPolicyConfigMap())
                    .build());
            AnalyzeResponse response = pack.analyze(TYPE, Map.of());
            assertThat(level(response)).isEqualTo(AnalyzerOuterClass.EnforcementLevel.MANDATORY);
            assertThat(response.getDiagnostics(0).getMessage()).endsWith("word old");
        }
    }

    @Test
    void aNewIdThatIsConfiguredToWinsOverTheOldOne() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, null))) {
            pack.client().configure(config("greet", AnalyzerOuterClass.EnforcementLevel.ADVISORY, "new").toBuilder()
                    .putAllPolicyConfig(config("hello", AnalyzerOuterClass.EnforcementLevel.MANDATORY, "old")
                            .getPolicyConfigMap())
                    .build());
            assertThat(pack.analyze(TYPE, Map.of()).getDiagnostics(0).getMessage()).endsWith("word new");
        }
    }

    @Test
    void theLastConfigurationCountsAndSurvivesTheRebuildForAStack() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, null))) {
            pack.client().configure(config("greet", AnalyzerOuterClass.EnforcementLevel.ADVISORY, "one"));
            pack.client().configure(config("greet", AnalyzerOuterClass.EnforcementLevel.ADVISORY, "two"));
            pack.client().configureStack(AnalyzerOuterClass.AnalyzerStackConfigureRequest.newBuilder()
                    .setStack("dev").setProject("shop").build());
            assertThat(pack.analyze(TYPE, Map.of()).getDiagnostics(0).getMessage()).endsWith("word two");
        }
    }

    @Test
    void anUnknownLevelIsAnErrorThatNamesTheRule() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, null))) {
            ConfigureAnalyzerRequest odd = ConfigureAnalyzerRequest.newBuilder()
                    .putPolicyConfig("greet", PolicyConfig.newBuilder().setEnforcementLevelValue(17).build())
                    .build();
            assertThatThrownBy(() -> pack.client().configure(odd))
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessage("INVALID_ARGUMENT: policy pack p@1.0.0, Configure: configuration of rule 'greet': unknown"
                            + " enforcement level, expected advisory, mandatory, remediate or disabled");
            assertThat(level(pack.analyze(TYPE, Map.of()))).isEqualTo(AnalyzerOuterClass.EnforcementLevel.ADVISORY);
        }
    }

    @Test
    void anUnknownUndecidedModeIsAnErrorWithTheAllowedValues() throws Exception {
        try (ServedPack pack = ServedPack.of(s -> pack(EnforcementLevel.ADVISORY, null))) {
            ConfigureAnalyzerRequest odd = ConfigureAnalyzerRequest.newBuilder()
                    .putPolicyConfig("greet", PolicyConfig.newBuilder()
                            .setProperties(ServedPack.struct(Map.of("undecided", Values.of("loudly"))))
                            .build())
                    .build();
            assertThatThrownBy(() -> pack.client().configure(odd))
                    .hasMessageContaining("rule 'greet': property 'undecided' is \"loudly\", expected silent, advise or refuse");
        }
    }

    @Test
    void configurationNumbersKeepTheirIntegers() throws Exception {
        Pack counting = Pack.named("p", "1.0.0")
                .rule(Rule.resource("count")
                        .summary("Counts")
                        .config("n", Map.of("type", "integer"))
                        .check(c -> c.violation("n " + c.config().at("n").integerOr(-1) + c.config().at("l").strings())))
                .build();
        try (ServedPack pack = ServedPack.of(s -> counting)) {
            pack.client().configure(ConfigureAnalyzerRequest.newBuilder()
                    .putPolicyConfig("count", PolicyConfig.newBuilder()
                            .setProperties(ServedPack.struct(Map.of("n", 9007199254740991L, "l", List.of(1, 2.5))))
                            .build())
                    .build());
            assertThat(pack.analyze(TYPE, Map.of()).getDiagnostics(0).getMessage())
                    .endsWith("n 9007199254740991[1, 2.5]");
        }
    }
}
