package dev.tandem.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {

    @Test
    void aCleanStackIsOneLine() {
        assertThat(TextReport.write(Samples.report(Samples.clean()), TextStyle.PLAIN, false))
                .isEqualTo("qa: 1 rule, 0 mandatory and 0 advisory findings: ok\n");
    }

    @Test
    void findingsComeByRuleWithFixThenWhatIsWaivedAndUndecided() {
        String text = TextReport.write(Samples.report(Samples.full()), TextStyle.PLAIN, false);

        assertThat(text).isEqualTo("""
                dev
                  not judged: far is a remote component

                Findings  2 mandatory, 1 advisory
                  mandatory  encryption [high]  Rule encryption
                    files (cloud:store:Bucket)  at rules[0]
                      no key
                      in rules[0]
                      urn:pulumi:dev::shop::shop:index:Site$cloud:store/bucket:Bucket::files  src/main/java/shop/My Site.java:42
                    fix: set a key
                  mandatory  broken [low]  Rule broken
                    logs (cloud:store:Bucket)
                      the rule itself failed
                      urn:pulumi:dev::shop::cloud:store/bucket:Bucket::logs
                    fix: set a key
                  advisory  count [low]  Rule count
                    shop-dev (pulumi:pulumi:Stack)
                      there are 3
                      urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev
                    fix: set a key

                Waived  does not stop the deployment
                  encryption[logs]  logs (cloud:store:Bucket): until 2027-01-31 by ops: moves next month (waivers.yaml:3)

                Undecided  known only after the deployment
                  owner  logs (cloud:store:Bucket): tags.of is not known yet

                dev: 5 rules, 2 mandatory and 1 advisory findings, 1 waived, 1 undecided: refused
                """);
    }

    @Test
    void unusedRulesAreListedOnRequest() {
        assertThat(TextReport.write(Samples.report(Samples.full()), TextStyle.PLAIN, true)).contains("""
                Unused rules  no resource concerned them
                  queue  Rule queue
                """);
    }

    @Test
    void aProblemIsSaidInsteadOfFindings() {
        PolicyResult failed = PolicyResult.failed("dev", 4, List.of("the pack ended"));

        assertThat(TextReport.write(Samples.report(failed), TextStyle.PLAIN, false)).isEqualTo("""
                dev
                  error: the pack ended

                dev: not judged
                """);
        assertThat(Samples.report(Samples.clean(), failed).exitCode()).isEqualTo(4);
    }

    @Test
    void aMessageCannotSteerTheTerminal() {
        PolicyResult result = Samples.with(List.of(Samples.finding("x", Outcome.Kind.VIOLATION, EnforcementLevel.MANDATORY,
                Severity.LOW, "urn:pulumi:dev::shop::a:b:C::x\u001b[2J", "p\u0007", "\u001b]0;title\u0007gone")));

        assertThat(TextReport.write(Samples.report(result), TextStyle.PLAIN, false)).doesNotContain("\u001b", "\u0007");
        assertThat(TextReport.write(Samples.report(result), TextStyle.COLOUR, false)).contains("\u001b[31m")
                .doesNotContain("\u001b[2J", "\u0007");
    }

    @Test
    void cleaningReachesEveryText() {
        PolicyResult cleaned = Samples.full().cleaned(t -> "*");

        assertThat(cleaned.problems()).allMatch("*"::equals);
        assertThat(cleaned.gaps()).containsExactly("*");
        assertThat(cleaned.findings()).allSatisfy(f -> assertThat(
                List.of(f.id(), f.summary(), f.path(), f.message(), f.fix(), f.waived().orElse("*"))).containsOnly("*"));
        assertThat(cleaned.undecided().get(0).places()).containsExactly("*");
        assertThat(cleaned.notApplicable().get(0).reason()).isEqualTo("*");
    }
}
