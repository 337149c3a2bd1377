package dev.tandem.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.waiver.Baseline;
import dev.tandem.policy.waiver.WaiverFile;
import dev.tandem.policy.waiver.Waivers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;

/** Waivers as the engine sees them. */
class WaivedFindingsTest {

    private static final String DOOR = "shop:index:Door";

    private static ServedPack pack(String today, String entries) {
        Waivers waivers = Waivers.of(WaiverFile.parse("waivers.yaml", "waivers:\n" + entries))
                .withClock(Clock.fixed(Instant.parse(today + "T12:00:00Z"), ZoneOffset.UTC));
        return pack(waivers);
    }

    private static ServedPack pack(Waivers waivers) {
        return ServedPack.of(stack -> Pack.named("doors", "1.0.0")
                .defaultLevel(EnforcementLevel.MANDATORY)
                .rule(Rule.resource("closed").on(DOOR).summary("Doors are closed").check(c -> {
                    if (c.get("open").boolOr(false)) {
                        c.violation(c.get("open"), "open");
                    }
                }))
                .rule(Rule.resource("painted").on(DOOR).summary("Doors are green").level(EnforcementLevel.REMEDIATE)
                        .remediate(c -> Map.of("colour", Values.of("green"))).build())
                .waivers(waivers)
                .build());
    }

    private static String entry(String finding, String until) {
        return "  - {finding: " + finding + ", urn: '*::it', reason: cat, owner: me, until: " + until + "}\n";
    }

    private static AnalyzeResponse end(ServedPack pack) throws Exception {
        pack.client().configureStack(AnalyzerStackConfigureRequest.newBuilder().setStack("dev").setProject("shop").build());
        return pack.client().analyzeStack(AnalyzeStackRequest.getDefaultInstance());
    }

    @Test
    void aWaivedFindingIsStillToldButDoesNotStop() throws Exception {
        try (ServedPack pack = pack("2027-01-01", entry("closed", "2027-01-01"))) {
            AnalyzeDiagnostic told = pack.analyze(DOOR, Map.of("open", true, "colour", "green")).getDiagnostics(0);
            assertThat(told.getEnforcementLevel()).isEqualTo(AnalyzerOuterClass.EnforcementLevel.ADVISORY);
            assertThat(told.getMessage())
                    .isEqualTo("Doors are closed\nopen\n  at: open\n  waived: until 2027-01-01 by me: cat (waivers.yaml:2)");
            assertThat(FindingText.parse(told.getMessage()).waived()).isEqualTo("until 2027-01-01 by me: cat (waivers.yaml:2)");
            assertThat(FindingText.parse(told.getMessage()).path()).isEqualTo("open");
        }
    }

    @Test
    void anExpiredWaiverStopsAgainAndIsToldToo() throws Exception {
        try (ServedPack pack = pack("2027-01-02", entry("closed", "2027-01-01"))) {
            assertThat(pack.analyze(DOOR, Map.of("open", true, "colour", "green")).getDiagnostics(0).getEnforcementLevel())
                    .isEqualTo(AnalyzerOuterClass.EnforcementLevel.MANDATORY);
            AnalyzeDiagnostic stale = end(pack).getDiagnostics(0);
            assertThat(stale.getPolicyName()).isEqualTo("waiver-stale");
            assertThat(stale.getEnforcementLevel()).isEqualTo(AnalyzerOuterClass.EnforcementLevel.ADVISORY);
            assertThat(stale.getUrn()).isEqualTo("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev");
            assertThat(stale.getMessage()).contains("waivers.yaml:2: the waiver of closed by me ended on 2027-01-01");
        }
    }

    @Test
    void aMalformedWaiverStopsTheDeployment() throws Exception {
        try (ServedPack pack = pack("2027-01-01", entry("closed", "tomorrow"))) {
            AnalyzeDiagnostic invalid = end(pack).getDiagnostics(0);
            assertThat(invalid.getPolicyName()).isEqualTo("waiver-invalid");
            assertThat(invalid.getEnforcementLevel()).isEqualTo(AnalyzerOuterClass.EnforcementLevel.MANDATORY);
            assertThat(FindingText.parse(invalid.getMessage()).message())
                    .isEqualTo("waivers.yaml:2: until 'tomorrow' is no date, expected for instance 2027-03-31");
            assertThat(FindingText.parse(invalid.getMessage()).id()).as("no line number in the id")
                    .startsWith("waiver-invalid[waivers.yaml: until");
        }
    }

    @Test
    void aWaiverInUseIsNoLeftoverAndOneWithoutUseIs() throws Exception {
        try (ServedPack pack = pack("2027-01-01", entry("closed", "2027-01-01"))) {
            pack.client().configureStack(AnalyzerStackConfigureRequest.newBuilder().setStack("dev").setProject("shop").build());
            assertThat(end(pack).getDiagnostics(0).getMessage()).contains("waives nothing in stack dev");
            pack.analyze(DOOR, Map.of("open", true, "colour", "green"));
            assertThat(end(pack).getDiagnosticsList()).isEmpty();
        }
    }

    @Test
    void whatWasThereSinceTheStartIsToldAndTheRestStops() throws Exception {
        Baseline baseline = Baseline.parse("baseline.txt", "closed urn:pulumi:dev::shop::" + DOOR + "::it\n"
                + "closed urn:pulumi:dev::shop::" + DOOR + "::mended\nclosed urn:pulumi:qa::shop::" + DOOR + "::elsewhere\n");
        try (ServedPack pack = pack(Waivers.of(WaiverFile.NONE).withBaseline(baseline))) {
            pack.client().configureStack(AnalyzerStackConfigureRequest.newBuilder().setStack("dev").setProject("shop").build());
            AnalyzeDiagnostic known = pack.analyze(DOOR, Map.of("open", true, "colour", "green")).getDiagnostics(0);
            assertThat(known.getEnforcementLevel()).isEqualTo(AnalyzerOuterClass.EnforcementLevel.ADVISORY);
            assertThat(FindingText.parse(known.getMessage()).waived()).isEqualTo("known since the start (baseline.txt)");

            AnalyzeDiagnostic fresh = pack.client()
                    .analyze(ServedPack.request(DOOR, Map.of("open", true, "colour", "green")).toBuilder()
                            .setUrn("urn:pulumi:dev::shop::" + DOOR + "::new").build())
                    .getDiagnostics(0);
            assertThat(fresh.getEnforcementLevel()).isEqualTo(AnalyzerOuterClass.EnforcementLevel.MANDATORY);

            assertThat(end(pack).getDiagnosticsList()).singleElement().satisfies(stale -> {
                assertThat(stale.getPolicyName()).isEqualTo("waiver-stale");
                assertThat(stale.getMessage()).contains("::mended' is mended, remove the line");
            });
        }
    }

    @Test
    void whatIsWaivedIsNotMendedEither() throws Exception {
        try (ServedPack pack = pack("2027-01-01", entry("painted", "2027-01-01"))) {
            assertThat(pack.client().remediate(ServedPack.request(DOOR, Map.of("colour", "red"))).getRemediationsList()).isEmpty();
            assertThat(pack.analyze(DOOR, Map.of("colour", "red")).getDiagnostics(0).getEnforcementLevel())
                    .isEqualTo(AnalyzerOuterClass.EnforcementLevel.ADVISORY);
        }
    }

    @Test
    void theRulesAboutWaiversAreListedOnlyWherePacksHaveWaivers() throws Exception {
        try (ServedPack pack = pack("2027-01-01", "")) {
            assertThat(pack.client().getAnalyzerInfo(Empty.getDefaultInstance()).getPoliciesList())
                    .extracting(PolicyInfo::getName)
                    .containsExactly("closed", "painted", "waiver-invalid", "waiver-stale");
        }
        try (ServedPack pack = ServedPack.of(s -> Pack.named("doors", "1.0.0").build())) {
            assertThat(pack.client().getAnalyzerInfo(Empty.getDefaultInstance()).getPoliciesList()).isEmpty();
        }
    }
}
