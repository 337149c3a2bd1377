package dev.tandem.policy.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleTesterTest {

    private static final Rule CLOSED = Rule.resource("closed-door")
            .on("shop:index:Door")
            .summary("Doors are closed")
            .config("allowed", Map.of("type", "array", "default", List.of("garden")))
            .check(c -> {
                if (c.resource().name().equals("painting")) {
                    c.notApplicable("a painted door");
                } else if (c.get("lock.open").boolOr(true)
                        && !c.config().at("allowed").strings().contains(c.resource().name())) {
                    c.violation(c.get("lock.open"), "the door is open, owner " + c.get("owner").stringOr("nobody"));
                }
            });

    private final RuleTester tester = RuleTester.of(CLOSED);
    private final TestResource door = TestResource.of("shop:index:Door", "front").with("lock.open", false);

    @Test
    void theFourOutcomes() {
        tester.on(door).assertClean();
        tester.on(door.with("lock.open", true)).assertViolatesOnce("open").assertViolatesAt("lock.open");
        tester.on(door.withUnknown("lock.open")).assertUndecided("lock.open");
        tester.on(door.withUnknown("lock")).assertUndecided("lock.open");
        tester.on(TestResource.of("shop:index:Door", "painting")).assertNotApplicable("painted");
        tester.on(TestResource.of("shop:index:Wall", "front")).assertNotApplicable("other types");
    }

    @Test
    void configurationHasTheSchemasDefaults() {
        TestResource garden = TestResource.of("shop:index:Door", "garden");
        tester.on(garden).assertClean();
        tester.config(Map.of("allowed", List.of())).on(garden).assertViolates();
    }

    @Test
    void aFailedAssertionShowsResourceAndPathAndNoSecret() {
        TestResource open = door.with("lock.open", true).withSecret("owner", "Florentine");
        assertThatThrownBy(() -> tester.on(open).assertClean())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("rule 'closed-door': expected a pass")
                .hasMessageContaining("closed-door on urn:pulumi:dev::test::shop:index:Door::front at lock.open")
                .hasMessageContaining("lock = {open: true}")
                .hasMessageContaining("owner = [secret]")
                .hasMessageNotContaining("Florentine");
    }

    @Test
    void everyAssertionCanFail() {
        for (Runnable wrong : List.<Runnable>of(
                () -> tester.on(door).assertViolates(),
                () -> tester.on(door.with("lock.open", true)).assertViolates("window"),
                () -> tester.on(door.with("lock.open", true)).assertViolatesAt("lock"),
                () -> tester.on(door.with("lock.open", true)).assertFindings("closed-door[x]"),
                () -> tester.on(door.withUnknown("lock.open")).assertUndecided("lock"),
                () -> tester.on(door.withUnknown("lock.open")).assertClean(),
                () -> tester.on(door).assertUndecided(),
                () -> tester.on(door).assertNotApplicable(""),
                () -> tester.on(door).assertFails(""))) {
            assertThatThrownBy(wrong::run).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aRemediationKeepsTheSecretMarkAndIsIdempotent() {
        RuleTester mender = RuleTester.of(Rule.resource("close-door")
                .summary("Doors are closed")
                .remediate(c -> Map.of("code", Values.of("0000")))
                .build());
        mender.on(door.withSecret("code", "1234")).assertMends("code", Values.secret("0000")).assertViolatesAt("code");
        mender.on(door.with("code", "0000")).assertMendsNothing().assertClean();

        RuleTester restless = RuleTester.of(Rule.resource("restless")
                .summary("Never content")
                .remediate(c -> Map.of("n", Values.of(c.get("n").integerOr(0) + 1)))
                .build());
        assertThatThrownBy(() -> restless.on(door).assertMends("n", 1))
                .hasMessageContaining("changes nothing when applied to its own result");
    }

    @Test
    void aRemediationIsComparedAsAWhole() {
        RuleTester mender = RuleTester.of(Rule.resource("close-door")
                .summary("Doors are closed")
                .remediate(c -> Map.of("lock", Values.of(Map.of("open", false))))
                .build());
        TestResource before = door.with("lock.open", true).withSecret("code", "1234").withUnknown("wallId");
        mender.on(before).assertMendsTo(before.with("lock.open", false));
        assertThatThrownBy(() -> mender.on(before).assertMendsTo(before))
                .hasMessageContaining("expected properties mended to = {code: [secret], lock: {open: true}, wallId: unknown},"
                        + " which became = {code: [secret], lock: {open: false}, wallId: unknown}")
                .hasMessageNotContaining("1234");
        assertThatThrownBy(() -> mender.on(before).assertMendsTo(before.with("lock.open", false).with("code", "1234")))
                .as("the secret mark counts").isInstanceOf(AssertionError.class);
    }

    @Test
    void aStackRuleFollowsPropertiesWhoseValueIsUnknown() {
        RuleTester stack = RuleTester.of(Rule.stack("doors-have-walls")
                .summary("A door is in a wall")
                .checkStack(c -> c.graph().ofType("shop:index:Door").forEach(d -> {
                    if (c.graph().referenced(d, "wallId").isEmpty()) {
                        c.violation(d, d.get("wallId"), "the door stands in the open");
                    }
                })));
        TestResource wall = TestResource.of("shop:index:Wall", "north");
        stack.onStack(wall, door.withUnknown("wallId").withPropertyFrom("wallId", wall)).assertClean();
        stack.onStack(wall, door).assertViolatesOnce("in the open").assertViolatesOn(door);
        assertThatThrownBy(() -> stack.onStack(wall, door).assertViolatesOn(wall)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> stack.on(door)).hasMessageContaining("is a stack rule");
    }
}
