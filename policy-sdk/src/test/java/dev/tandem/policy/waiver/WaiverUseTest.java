package dev.tandem.policy.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.rule.Finding;
import dev.tandem.policy.rule.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaiverUseTest {

    private static final String CELLAR = "urn:pulumi:dev::shop::shop:index:Door::cellar";
    private static final Rule RULE = Rule.resource("no-open-door").oldIds("door").summary("Doors").check(c -> {});
    private static final LocalDate END = LocalDate.of(2027, 3, 31);

    private static Waiver waiver(String finding, String urn) {
        return new Waiver(finding, urn, "why", "who", END, 7);
    }

    private static Waivers on(String instant, Waiver... waivers) {
        return Waivers.of(new WaiverFile("waivers.yaml", List.of(waivers), List.of()))
                .withClock(Clock.fixed(Instant.parse(instant), ZoneOffset.ofHours(-11)));
    }

    private static Finding finding(String detail) {
        return new Finding("no-open-door", Optional.ofNullable(detail), Optional.of(CELLAR), PropertyPath.ROOT, "open");
    }

    private static Optional<String> excuse(Waivers waivers, String detail) {
        return new WaiverUse(waivers).excuse(RULE, finding(detail), CELLAR);
    }

    @Test
    void theEndDateIsInclusiveInUtc() {
        assertThat(excuse(on("2027-03-31T23:59:59Z", waiver("no-open-door", "*::cellar")), null))
                .contains("until 2027-03-31 by who: why (waivers.yaml:7)");
        assertThat(excuse(on("2027-04-01T00:00:00Z", waiver("no-open-door", "*::cellar")), null)).isEmpty();
    }

    @Test
    void aRuleIdCoversAllItsFindingsAndAFindingIdOnlyItself() {
        assertThat(excuse(on("2027-01-01T00:00:00Z", waiver("no-open-door", CELLAR)), "upper lock")).isPresent();
        assertThat(excuse(on("2027-01-01T00:00:00Z", waiver("no-open-door[upper lock]", CELLAR)), "upper lock")).isPresent();
        assertThat(excuse(on("2027-01-01T00:00:00Z", waiver("no-open-door[upper lock]", CELLAR)), "lower lock")).isEmpty();
        assertThat(excuse(on("2027-01-01T00:00:00Z", waiver("no-open-door[upper lock]", CELLAR)), null)).isEmpty();
        assertThat(excuse(on("2027-01-01T00:00:00Z", waiver("other", CELLAR)), null)).isEmpty();
    }

    @Test
    void anOldIdStillWaives() {
        assertThat(excuse(on("2027-01-01T00:00:00Z", waiver("door", CELLAR)), "x")).isPresent();
        assertThat(excuse(on("2027-01-01T00:00:00Z", waiver("door[x]", CELLAR)), "x")).isPresent();
    }

    @Test
    void aRuleThatFailedOrWasUndecidedIsNotCoveredByItsRuleId() {
        for (String detail : List.of("rule-failed", "undecided")) {
            assertThat(excuse(on("2027-01-01T00:00:00Z", waiver("no-open-door", CELLAR)), detail)).isEmpty();
            assertThat(excuse(on("2027-01-01T00:00:00Z", waiver("no-open-door[" + detail + "]", CELLAR)), detail)).isPresent();
        }
    }

    @Test
    void aPatternMustSaySomethingOfTheResource() {
        for (String broad : List.of("*", "**", "urn:pulumi:dev::shop::*", "urn:pulumi:dev::shop::*::*", "*::*")) {
            Waivers waivers = on("2027-01-01T00:00:00Z", waiver("no-open-door", broad));
            assertThat(excuse(waivers, null)).as(broad).isEmpty();
            assertThat(new WaiverUse(waivers).invalid(List.of("no-open-door")))
                    .containsExactly("waivers.yaml:7: urn '" + broad + "' is too broad, expected something of the resource's type or name");
        }
        for (String narrow : List.of("*::cellar", "urn:pulumi:*::shop::shop:index:Door::*", "*cell*", CELLAR)) {
            assertThat(excuse(on("2027-01-01T00:00:00Z", waiver("no-open-door", narrow)), null)).as(narrow).isPresent();
        }
    }

    @Test
    void aWaiverMayNotLastLongerThanAllowed() {
        Waivers waivers = on("2027-01-01T12:00:00Z", waiver("no-open-door", CELLAR));
        assertThat(excuse(waivers.withLongest(Period.ofDays(89)), null)).isPresent();
        assertThat(excuse(waivers.withLongest(Period.ofDays(88)), null)).isEmpty();
        assertThat(new WaiverUse(waivers.withLongest(Period.ofDays(88))).invalid(List.of("no-open-door")))
                .containsExactly("waivers.yaml:7: until 2027-03-31 is too far ahead, expected 2027-03-30 at the latest");
    }

    @Test
    void aRuleThatDoesNotExistIsTold() {
        assertThat(new WaiverUse(on("2027-01-01T00:00:00Z", waiver("no-opn-door", CELLAR))).invalid(List.of("no-open-door")))
                .containsExactly("waivers.yaml:7: no rule is called 'no-opn-door'");
    }

    @Test
    void expiredAndUnusedWaiversAreLeftovers() {
        WaiverUse expired = new WaiverUse(on("2027-04-01T00:00:00Z", waiver("no-open-door", CELLAR)));
        assertThat(expired.stale("dev")).containsExactly("waivers.yaml:7: the waiver of no-open-door by who ended on 2027-03-31");

        WaiverUse unused = new WaiverUse(on("2027-01-01T00:00:00Z", waiver("no-open-door", CELLAR)));
        assertThat(unused.stale("dev")).containsExactly("waivers.yaml:7: the waiver of no-open-door by who waives nothing in stack dev");
        assertThat(unused.stale("prod")).as("it is for another stack").isEmpty();
        unused.excuse(RULE, finding(null), CELLAR);
        assertThat(unused.stale("dev")).isEmpty();
    }

    @Test
    void theBaselineHoldsExactlyWhatItLists() {
        Baseline baseline = Baseline.parse("baseline.txt", "# at the start\nno-open-door[x] " + CELLAR + "\nno-open-door " + CELLAR + "2\n");
        WaiverUse use = new WaiverUse(on("2027-01-01T00:00:00Z").withBaseline(baseline));
        assertThat(use.excuse(RULE, finding("x"), CELLAR)).contains("known since the start (baseline.txt)");
        assertThat(use.excuse(RULE, finding("y"), CELLAR)).isEmpty();
        assertThat(use.stale("dev")).containsExactly("baseline.txt: 'no-open-door " + CELLAR + "2' is mended, remove the line");
    }

    @Test
    void theBaselineOnlyShrinks() {
        Baseline baseline = Baseline.parse("baseline.txt", "a " + CELLAR + "\nb " + CELLAR + "\n");
        assertThat(baseline.shrinkTo(List.of("b " + CELLAR, "c " + CELLAR)).text()).isEqualTo("b " + CELLAR + "\n");
        assertThat(Baseline.parse("baseline.txt", baseline.text())).isEqualTo(baseline);
        assertThatThrownBy(() -> Baseline.parse("baseline.txt", "\nnonsense"))
                .hasMessage("baseline.txt:2: 'nonsense' is no entry, expected <finding id> <URN>");
    }

    @Test
    void patternsWithManyStarsAreFast() {
        assertThat(Glob.matches("*a".repeat(200) + "b", "a".repeat(20_000))).isFalse();
        assertThat(Glob.matches("a*b*c", "a--b--c")).isTrue();
        assertThat(Glob.matches("", "")).isTrue();
        assertThat(Glob.matches("a", "")).isFalse();
    }
}
