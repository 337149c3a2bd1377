package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.RuleBuilder;
import dev.tandem.policy.rule.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** What a pack says of itself before anything runs. */
class InfoTest {

    private static final Pack PACK = Pack.named("shop-rules", "1.2.3")
            .displayName("Shop rules")
            .description("What the shop wants")
            .defaultLevel(EnforcementLevel.MANDATORY)
            .rule(full().check(c -> {}))
            .rule(Rule.stack("whole-shop").summary("One shop").level(EnforcementLevel.ADVISORY).checkStack(c -> {}))
            .initialConfig("closed-door", Map.of("keys", 3))
            .build();

    private static RuleBuilder full() {
        return Rule.resource("closed-door")
                .on("shop:index:Door")
                .summary("Doors are closed")
                .description("Open doors let the cat out.")
                .severity(Severity.HIGH)
                .control("CAT", "9", "Lives(9)")
                .control("DOG", "", "Bark 1")
                .tags("pets")
                .fix("Close it")
                .url("https://shop.example/doors")
                .requiredConfig("keys", Map.of("type", "integer", "default", 2))
                .config("names", Map.of("type", "array", "items", Map.of("type", "string"), "minItems", 1));
    }

    private static AnalyzerInfo info() throws Exception {
        try (ServedPack pack = ServedPack.of(stack -> PACK)) {
            return pack.client().getAnalyzerInfo(Empty.getDefaultInstance());
        }
    }

    @Test
    void everythingIsSentBeforeAnyOtherCall() throws Exception {
        AnalyzerInfo info = info();
        assertThat(info.getName()).isEqualTo("shop-rules");
        assertThat(info.getVersion()).isEqualTo("1.2.3");
        assertThat(info.getDisplayName()).isEqualTo("Shop rules");
        assertThat(info.getDescription()).isEqualTo("What the shop wants");
        assertThat(info.getSupportsConfig()).isTrue();

        PolicyInfo door = info.getPolicies(0);
        assertThat(door.getName()).isEqualTo("closed-door");
        assertThat(door.getDisplayName()).isEqualTo("Doors are closed");
        assertThat(door.getDescription()).isEqualTo("Open doors let the cat out.");
        assertThat(door.getSeverity()).isEqualTo(PolicySeverity.POLICY_SEVERITY_HIGH);
        assertThat(door.getPolicyType()).isEqualTo(PolicyType.POLICY_TYPE_RESOURCE);
        assertThat(door.getRemediationSteps()).isEqualTo("Close it");
        assertThat(door.getUrl()).isEqualTo("https://shop.example/doors");
        assertThat(info.getPolicies(1).getPolicyType()).isEqualTo(PolicyType.POLICY_TYPE_STACK);
    }

    @Test
    void theFirstControlIsTheFrameworkAndTheOthersAreTags() throws Exception {
        PolicyInfo door = info().getPolicies(0);
        assertThat(door.getFramework().getName()).isEqualTo("CAT");
        assertThat(door.getFramework().getVersion()).isEqualTo("9");
        assertThat(door.getFramework().getReference()).isEqualTo("Lives(9)");
        assertThat(door.getTagsList()).containsExactly("pets", "DOG Bark 1");
    }

    @Test
    void theRulesLevelElseThePacksIsSent() throws Exception {
        assertThat(info().getPolicies(0).getEnforcementLevel())
                .isEqualTo(AnalyzerOuterClass.EnforcementLevel.MANDATORY);
        assertThat(info().getPolicies(1).getEnforcementLevel()).isEqualTo(AnalyzerOuterClass.EnforcementLevel.ADVISORY);
    }

    @Test
    void initialConfigurationAlwaysHasItsLevel() throws Exception {
        assertThat(info().getInitialConfigOrThrow("closed-door").getEnforcementLevel())
                .isEqualTo(AnalyzerOuterClass.EnforcementLevel.MANDATORY);
        assertThat(info().getInitialConfigOrThrow("closed-door").getProperties())
                .isEqualTo(ServedPack.struct(Map.of("keys", 3)));
    }

    @Test
    void everyPropertyOfASchemaIsAnObject() throws Exception {
        var schema = info().getPolicies(0).getConfigSchema();
        assertThat(schema.getRequiredList()).containsExactly("keys");
        assertThat(schema.getProperties().getFieldsMap()).containsOnlyKeys("keys", "names", "undecided");
        assertThat(schema.getProperties().getFieldsMap().values()).allMatch(com.google.protobuf.Value::hasStructValue);
        assertThat(schema.getProperties().getFieldsMap()).doesNotContainKey("enforcementLevel");
        assertThat(schema.getProperties().getFieldsOrThrow("names")).isEqualTo(ServedPack.struct(Map.of("n", Map.of(
                "type", "array", "items", Map.of("type", "string"), "minItems", 1))).getFieldsOrThrow("n"));
    }

    @Test
    void thePluginVersionIsASemanticOne() throws Exception {
        try (ServedPack pack = ServedPack.of(stack -> PACK)) {
            assertThat(pack.client().getPluginInfo(Empty.getDefaultInstance()).getVersion()).isEqualTo("1.2.3");
        }
    }

    @Test
    void aRuleWithoutSeverityOrControlLeavesThemUnset() throws Exception {
        PolicyInfo whole = info().getPolicies(1);
        assertThat(whole.getSeverity()).isEqualTo(PolicySeverity.POLICY_SEVERITY_UNSPECIFIED);
        assertThat(whole.hasFramework()).isFalse();
        assertThat(List.copyOf(whole.getTagsList())).isEmpty();
        assertThat(whole.getDescription()).isEqualTo("One shop");
    }
}
