package dev.tandem.policy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.model.Values;
import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A whole pack in a test: levels, configuration, waivers on a fixed day, remediation, stack scenarios. */
class PackTesterTest {

    private static final String DOOR = "shop:index:Door";
    private static final String WAIVER = """
            waivers:
              - finding: closed
                urn: "*::front"
                reason: moving in
                owner: me
                until: 2027-03-31
            """;

    private static Pack pack(StackInfo stack) {
        return Pack.named("doors", "1.0.0")
                .rule(Rule.resource("closed").on(DOOR).summary("Doors are closed").level(EnforcementLevel.MANDATORY)
                        .config("owner", Map.of("type", "string", "default", "nobody"))
                        .check(c -> {
                            if (c.get("open").boolOr(false)) {
                                c.violation(c.get("open"), "open, owner " + c.config().at("owner").stringOr(""));
                            }
                        }))
                .rule(Rule.resource("green").on(DOOR).summary("Doors are green").level(EnforcementLevel.REMEDIATE)
                        .remediate(c -> Map.of("colour", Values.of("green"))).build())
                .rule(Rule.stack("few-doors").summary("Few doors")
                        .checkStack(c -> {
                            if (c.graph().ofType(DOOR).size() > 1) {
                                c.violation("many", "more than one, " + (stack.isPreview() ? "planned" : "made"));
                            }
                        }))
                .build();
    }

    private final PackTester doors = PackTester.of(PackTesterTest::pack);
    private final TestResource closed = TestResource.of(DOOR, "front").with("colour", "green");
    private final TestResource open = closed.with("open", true);

    @Test
    void findingsStopAdviseOrPass() {
        doors.preview(closed).assertClean().assertPasses().assertSilent("closed", "few-doors");
        doors.preview(open).assertStops("closed");
        doors.preview(closed, TestResource.of(DOOR, "back").with("colour", "green")).assertPasses().assertAdvises("few-doors[many]", "few-doors");
        doors.preview(closed.withUnknown("open")).assertUndecided("closed", "open").assertPasses();
        assertThat(doors.preview(open).findings()).containsExactly(new PackFinding(
                "closed", "closed", open.urn(), EnforcementLevel.MANDATORY, "open, owner nobody", "open", ""));
    }

    @Test
    void aConfigurationFileIsMergedAsTheEngineDoes() {
        doors.configured(Map.of("closed", "advisory")).preview(open).assertPasses().assertAdvises("closed");
        doors.configured(Map.of("all", "disabled")).preview(open).assertClean();
        doors.configured(Map.of("all", "disabled", "closed", "mandatory")).preview(open).assertStops("closed");
        assertThat(doors.configured(Map.of("closed", Map.of("owner", "cat"))).preview(open).findings().get(0).message())
                .isEqualTo("open, owner cat");
        assertThatThrownBy(() -> doors.configured(Map.of("closed", "loud")).preview(open))
                .hasMessage("configuration of 'closed': enforcementLevel is 'loud', expected advisory, mandatory, remediate or disabled");
        assertThatThrownBy(() -> doors.configured(Map.of("closed", Map.of("owner", 7))).preview(open))
                .hasMessage("configuration of rule 'closed': owner: integer found, string expected");
    }

    @Test
    void aWaiverHoldsUntilItsLastDayAndIsToldEitherWay() {
        doors.waived(WAIVER, LocalDate.of(2027, 3, 31)).preview(open).assertPasses().assertWaived("closed");
        doors.waived(WAIVER, LocalDate.of(2027, 4, 1)).preview(open).assertStops("closed").assertAdvises("waiver-stale");
        doors.waived(WAIVER, LocalDate.of(2027, 3, 1)).preview(closed).assertAdvises("waiver-stale");
        doors.waived(WAIVER.replace("owner", "ownr"), LocalDate.of(2027, 3, 1)).preview(open).assertStops("closed", "waiver-invalid");
    }

    @Test
    void aRemediationIsAppliedBeforeTheResourceIsJudged() {
        doors.preview(closed.with("colour", "red")).assertClean().assertMended(closed, "colour", "green");
        doors.preview(closed.withSecret("colour", "red")).assertMended(closed, "colour", Values.secret("green"));
        assertThatThrownBy(() -> doors.preview(closed).assertMended(closed, "colour", "green"))
                .hasMessageContaining("expected 'colour' of " + closed.urn() + " to be mended to \"green\", which was not mended");
    }

    @Test
    void thePackIsBuiltForTheStack() {
        StackInfo update = new StackInfo("acme", "test", "dev", Map.of(), Set.of(), Map.of(), Optional.of(false));
        TestResource back = TestResource.of(DOOR, "back");
        assertThat(doors.preview(closed, back).findings().get(0).message()).isEqualTo("more than one, planned");
        assertThat(doors.stack(update).preview(closed, back).findings().get(0).message()).isEqualTo("more than one, made");
    }

    @Test
    void aFailedAssertionShowsFindingsAndResourcesAndNoSecret() {
        assertThatThrownBy(() -> doors.preview(open.withSecret("code", "hunter22")).assertClean())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("pack 'doors': expected no finding and nothing undecided")
                .hasMessageContaining("mandatory closed on " + open.urn() + " at open: open, owner nobody")
                .hasMessageContaining("code = [secret]")
                .hasMessageNotContaining("hunter22");
    }

    @Test
    void everyAssertionCanFail() {
        PackVerdict clean = doors.preview(closed);
        PackVerdict stopped = doors.preview(open);
        for (Runnable wrong : List.<Runnable>of(
                stopped::assertClean, stopped::assertPasses, clean::assertStops, () -> stopped.assertStops("few-doors"),
                () -> stopped.assertAdvises("closed"), () -> stopped.assertWaived("closed"), () -> stopped.assertSilent("closed"),
                () -> clean.assertUndecided("closed", "open"))) {
            assertThatThrownBy(wrong::run).isInstanceOf(AssertionError.class);
        }
    }
}
