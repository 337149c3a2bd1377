package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.tandem.policy.model.Unknowns;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.wire.Signatures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;

/** The engine replaces all inputs of a resource by what comes back, so nothing may get lost. */
class RemediateTest {

    private static final String DOOR = "shop:index:Door";

    private static final Rule CLOSE = Rule.resource("close")
            .on(DOOR)
            .summary("Doors are closed")
            .level(EnforcementLevel.REMEDIATE)
            .remediate(c -> Map.of("open", Values.of(false)))
            .build();

    private static RemediateResponse remediate(Rule rule, Struct properties) throws Exception {
        try (ServedPack pack = ServedPack.of(s -> Pack.named("p", "1.0.0").rule(rule).build())) {
            return pack.client().remediate(ServedPack.request(DOOR, Map.of()).toBuilder().setProperties(properties).build());
        }
    }

    private static Value text(String s) {
        return Value.newBuilder().setStringValue(s).build();
    }

    private static Value marked(String signature, Map<String, Value> more) {
        return Value.newBuilder()
                .setStructValue(Struct.newBuilder().putFields(Signatures.KEY, text(signature)).putAllFields(more))
                .build();
    }

    @Test
    void everythingUntouchedGoesBackAsItCame() throws Exception {
        Struct odd = Struct.newBuilder()
                .putFields("__defaults", Value.newBuilder().setListValue(com.google.protobuf.ListValue.newBuilder().addValues(text("open"))).build())
                .putFields("secret", marked(Signatures.SECRET, Map.of("value", text(Unknowns.STRING))))
                .putFields("asset", marked(Signatures.ASSET, Map.of("hash", text("abc"))))
                .putFields("archive", marked(Signatures.ARCHIVE, Map.of(
                        "hash", text("def"), "path", text("./x"), "assets", Value.newBuilder().setStructValue(Struct.getDefaultInstance()).build())))
                .putFields("reference", marked(Signatures.REFERENCE, Map.of("urn", text("urn:pulumi:a::b::c::d"), "packageVersion", text("1"))))
                .putFields("output", marked(Signatures.OUTPUT, Map.of("dependencies", text("x"))))
                .putFields("alien", marked("not-a-signature", Map.of("value", text("x"))))
                .putFields("unknownNumber", text("3eeb2bf0-c639-47a8-9e75-3b44932eb421"))
                .putFields("nothing", Value.newBuilder().setNullValueValue(0).build())
                .putFields("fraction", Value.newBuilder().setNumberValue(0.1).build())
                .build();
        RemediateResponse response = remediate(CLOSE, odd.toBuilder().putFields("open", Value.newBuilder().setBoolValue(true).build()).build());
        assertThat(response.getRemediationsList()).hasSize(1);
        assertThat(response.getRemediations(0).getProperties())
                .isEqualTo(odd.toBuilder().putFields("open", Value.newBuilder().setBoolValue(false).build()).build());
        assertThat(response.getRemediations(0).getPolicyName()).isEqualTo("close");
        assertThat(response.getRemediations(0).getPolicyPackName()).isEqualTo("p");
        assertThat(response.getRemediations(0).getPolicyPackVersion()).isEqualTo("1.0.0");
    }

    @Test
    void noEntryWhenNothingChanges() throws Exception {
        assertThat(remediate(CLOSE, ServedPack.struct(Map.of("open", false))).getRemediationsList()).isEmpty();
    }

    @Test
    void onlyAtLevelRemediate() throws Exception {
        for (EnforcementLevel level : List.of(EnforcementLevel.ADVISORY, EnforcementLevel.MANDATORY, EnforcementLevel.DISABLED)) {
            Rule other = Rule.resource("close").summary("Doors").level(level)
                    .remediate(c -> Map.of("open", Values.of(false))).build();
            assertThat(remediate(other, ServedPack.struct(Map.of("open", true))))
                    .isEqualTo(RemediateResponse.getDefaultInstance());
        }
    }

    @Test
    void aRuleThatOnlyMendsIsJudgedByWhatItWouldMend() throws Exception {
        Rule mandatory = Rule.resource("close").summary("Doors").level(EnforcementLevel.MANDATORY)
                .remediate(c -> Map.of("open", Values.of(false))).build();
        try (ServedPack pack = ServedPack.of(s -> Pack.named("p", "1.0.0").rule(mandatory).build())) {
            assertThat(pack.analyze(DOOR, Map.of("open", true)).getDiagnostics(0).getMessage())
                    .contains("remediation would change this property").contains("at: open");
            assertThat(pack.analyze(DOOR, Map.of("open", false)).getDiagnosticsList()).isEmpty();
        }
    }

    @Test
    void aSecretThatIsMendedStaysSecretAtAnyDepth() throws Exception {
        Rule shorten = Rule.resource("shorten").summary("Short").level(EnforcementLevel.REMEDIATE)
                .remediate(c -> Map.of(
                        "code", Values.of("0000"),
                        "deep", Values.of(Map.of("inner", "1111", "kept", c.get("deep.kept").value().orElseThrow()))))
                .build();
        Struct after = remediate(shorten, ServedPack.struct(Map.of(
                        "code", Values.secret("1234"),
                        "deep", Map.of("inner", Values.secret("5678"), "kept", Values.unknown()))))
                .getRemediations(0).getProperties();
        assertThat(after).isEqualTo(ServedPack.struct(Map.of(
                "code", Values.secret("0000"),
                "deep", Map.of("inner", Values.secret("1111"), "kept", Values.unknown()))));
    }

    @Test
    void severalRulesBuildOnEachOther() throws Exception {
        Rule add = Rule.resource("add").summary("Adds").level(EnforcementLevel.REMEDIATE)
                .remediate(c -> c.get("n").integerOr(0) < 2 ? Map.of("n", Values.of(2)) : Map.of()).build();
        Rule twice = Rule.resource("twice").summary("Doubles").level(EnforcementLevel.REMEDIATE)
                .remediate(c -> c.get("n").integerOr(0) == 2 ? Map.of("n", Values.of(4)) : Map.of()).build();
        try (ServedPack pack = ServedPack.of(s -> Pack.named("p", "1.0.0").rule(add).rule(twice).build())) {
            RemediateResponse response = pack.client().remediate(ServedPack.request(DOOR, Map.of("n", 1)));
            assertThat(response.getRemediationsList()).extracting(r -> r.getProperties().getFieldsOrThrow("n").getNumberValue())
                    .containsExactly(2.0, 4.0);
        }
    }

    @Test
    void anUnknownValueMeansNoRemediationAndNoLoss() throws Exception {
        Rule reads = Rule.resource("reads").summary("Reads").level(EnforcementLevel.REMEDIATE)
                .remediate(c -> Map.of("open", Values.of(!c.get("open").boolOr(true)))).build();
        RemediateResponse response = remediate(reads, ServedPack.struct(Map.of("open", Values.unknown())));
        assertThat(response.getRemediationsList()).isEmpty();
        assertThat(response.getNotApplicable(0).getReason()).isEqualTo("undecided: open is not known before the deployment");
    }

    @Test
    void aRemediationThatThrowsIsToldAndChangesNothing() throws Exception {
        Rule broken = Rule.resource("broken").summary("Breaks").level(EnforcementLevel.REMEDIATE)
                .remediate(c -> {
                    throw new IllegalStateException("no tools, code " + c.get("code").stringOr(""));
                }).build();
        AnalyzerOuterClass.Remediation said =
                remediate(broken, ServedPack.struct(Map.of("code", Values.secret("hunter22")))).getRemediations(0);
        assertThat(said.getDiagnostic()).contains("failed with IllegalStateException: no tools, code [secret]")
                .contains("nothing was mended");
        assertThat(said.hasProperties()).isFalse();
    }

    @Test
    void theEnginesOwnKeysAreNotShownToRules() throws Exception {
        Rule sees = Rule.resource("sees").summary("Sees").level(EnforcementLevel.REMEDIATE)
                .remediate(c -> Map.of("seen", Values.of(c.resource().properties().entries().keySet()))).build();
        AnalyzeRequest request = ServedPack.request(DOOR, Map.of("__defaults", List.of(), "a", 1));
        try (ServedPack pack = ServedPack.of(s -> Pack.named("p", "1.0.0").rule(sees).build())) {
            Struct after = pack.client().remediate(request).getRemediations(0).getProperties();
            assertThat(after).isEqualTo(ServedPack.struct(Map.of("__defaults", List.of(), "a", 1, "seen", List.of("a"))));
        }
    }
}
