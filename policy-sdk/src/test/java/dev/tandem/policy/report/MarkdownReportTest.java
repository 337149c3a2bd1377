package dev.tandem.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

    @Test
    void findingsComeFirstAndTheRestIsFolded() {
        String text = MarkdownReport.write(Samples.report(Samples.full(), Samples.clean()),
                Map.of("dev", "\n**Cost** EUR 12.35 a month\n"), true);

        assertThat(text).isEqualTo("""
                ### tandem: refused

                - **dev**: 2 mandatory and 1 advisory findings, 1 waived, 1 undecided: refused
                - **qa**: 0 mandatory and 0 advisory findings: ok

                #### dev

                > **not judged:** far is a remote component

                - **mandatory** `encryption` (high) Rule encryption
                  - `files (cloud:store:Bucket)` at `rules[0]`, `src/main/java/shop/My Site.java:42`: no key<br>in rules\\[0\\]
                  - fix: set a key
                - **mandatory** `broken` (low) Rule broken
                  - `logs (cloud:store:Bucket)`: the rule itself failed
                  - fix: set a key
                - **advisory** `count` (low) Rule count
                  - `shop-dev (pulumi:pulumi:Stack)`: there are 3
                  - fix: set a key

                <details><summary>1 waived</summary>

                - `encryption[logs]` `logs (cloud:store:Bucket)`: until 2027-01-31 by ops: moves next month (waivers.yaml:3)

                </details>

                <details><summary>1 undecided before the deployment</summary>

                - `owner` `logs (cloud:store:Bucket)`: tags.of is not known yet

                </details>

                <details><summary>1 rule without a resource</summary>

                - `queue` Rule queue

                </details>

                **Cost** EUR 12.35 a month
                """);
    }

    @Test
    void aCleanReportIsOneLineForEachStack() {
        assertThat(MarkdownReport.write(Samples.report(Samples.clean()), Map.of(), false)).isEqualTo("""
                ### tandem: ok

                - **qa**: 0 mandatory and 0 advisory findings: ok
                """);
    }

    @Test
    void aMessageIsTextAndNotifiesNobody() {
        PolicyResult result = Samples.with(List.of(Samples.finding("x", Outcome.Kind.VIOLATION, EnforcementLevel.MANDATORY,
                Severity.LOW, "urn:pulumi:dev::shop::a:b:C::tick`s", "a[\"b`c\"]", "<script>*x* | [y](z) @everybody & #12")));

        String text = MarkdownReport.write(Samples.report(result), Map.of(), false);

        assertThat(text).contains("`` tick`s (a:b:C) `` at `` a[\"b`c\"] ``")
                .contains("&lt;script\\>\\*x\\* \\| \\[y\\](z) @\u200beverybody &amp; \\#12");
    }

    @Test
    void itFitsIntoAComment() {
        List<ReportedFinding> many = IntStream.range(0, 3000).mapToObj(i -> Samples.finding("rule-" + i % 600,
                Outcome.Kind.VIOLATION, EnforcementLevel.MANDATORY, Severity.LOW, Samples.LOGS + i, "", "x".repeat(60))).toList();
        List<ReportedFinding> alike = IntStream.range(0, 40).mapToObj(i -> Samples.finding("same", Outcome.Kind.VIOLATION,
                EnforcementLevel.MANDATORY, Severity.LOW, Samples.LOGS + i, "", "y")).toList();

        assertThat(MarkdownReport.write(Samples.report(Samples.with(many)), Map.of(), false)).hasSizeLessThan(65_536)
                .endsWith("Cut here, because a comment can hold no more; the JSON report is whole.\n");
        assertThat(MarkdownReport.write(Samples.report(Samples.with(alike)), Map.of(), false))
                .contains("  - and 30 more, see the JSON report\n");
    }
}
