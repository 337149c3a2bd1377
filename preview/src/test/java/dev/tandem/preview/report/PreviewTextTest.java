package dev.tandem.preview.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.report.PolicyResult;
import dev.tandem.policy.report.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewTextTest {

    @Test
    void showsTreeFindingsCostAndTheSummaryLast() {
        Report report = new Report("shop",
                List.of(Reports.stack(ExitCode.VIOLATED, List.of(Reports.finding()), List.of())));

        String text = PreviewText.write(report, TextStyle.PLAIN, false);

        assertThat(text).contains("""
                Stack dev
                  warning: old image
                  pulumi:providers:aws  default_6_83_0
                  www  shop:Site
                    aws:s3:BucketV2 x2  files, logs
                """).contains("""
                Findings  1 mandatory, 0 advisory
                  mandatory  encryption [high]  Buckets are encrypted.
                    files (aws:s3:BucketV2)  at rules[0]
                      no key
                      urn:pulumi:dev::shop::shop:index:Site$aws:s3/bucketV2:BucketV2::files
                    fix: set a key
                """).contains("""
                Undecided  known only after the deployment
                  kms  files (aws:s3:BucketV2): kmsKeyId is not known yet
                """).contains("  not priced: aws:iot:Thing (1), no figure")
                .contains("  1 line below one cent ")
                .doesNotContain("would save")
                .contains("rate: 1.1186 USD per EUR of 2026-10-08 (configuration); usage: usage/dev.yaml");
        assertThat(text.lines().reduce((a, b) -> b)).contains("dev: 2 resources, 2 rules, 1 mandatory and 0 advisory"
                + " findings, 1 undecided, EUR 12.35 of 100.00 a month (worst case 20.00), 1 type not priced: refused");
    }

    @Test
    void saysWhatWouldSaveWhenNoRuleDoes() {
        StackReport full = Reports.stack(ExitCode.CLEAN, List.of(), List.of());
        StackReport withoutRules = new StackReport(full.region(), PolicyResult.failed("dev", 0, List.of()),
                full.incomplete(), full.resources(), full.architecture(), full.recovery(), full.cost(), full.log());

        assertThat(PreviewText.write(new Report("shop", List.of(withoutRules)), TextStyle.PLAIN, false))
                .contains("would save: delete old objects").contains(", no rules, ");
    }

    /** Programs register concurrently, so what comes first differs from run to run. */
    @Test
    void isTheSameWhateverTheOrderOfRegistration() {
        StackReport full = Reports.stack(ExitCode.CLEAN, List.of(), List.of());
        List<StackReport.PlannedResource> other = new ArrayList<>(full.resources());
        Collections.reverse(other);
        StackReport reversed = new StackReport(
                full.region(), full.policy(), full.incomplete(), other, full.architecture(), full.recovery(), full.cost(), full.log());

        assertThat(PreviewText.write(new Report("shop", List.of(reversed)), TextStyle.PLAIN, false))
                .isEqualTo(PreviewText.write(new Report("shop", List.of(full)), TextStyle.PLAIN, false));
    }

    @Test
    void unusedRulesAreListedOnRequest() {
        Report report = new Report("shop", List.of(Reports.stack(ExitCode.CLEAN, List.of(), List.of())));

        assertThat(PreviewText.write(report, TextStyle.PLAIN, false)).doesNotContain("Unused rules");
        assertThat(PreviewText.write(report, TextStyle.PLAIN, true)).contains("""
                Unused rules  no resource concerned them
                  queues  Queues are encrypted.
                """);
    }

    @Test
    void saysWhatIsWaived() {
        Report report = new Report("shop", List.of(Reports.stack(ExitCode.CLEAN, List.of(Reports.waived()), List.of())));

        assertThat(PreviewText.write(report, TextStyle.PLAIN, false)).contains("""
                Waived  does not stop the deployment
                  encryption  logs (aws:s3:BucketV2): until 2027-01-31 by ops: moves (waivers.yaml:3)
                """).contains("0 mandatory and 0 advisory findings, 1 waived, 1 undecided");
    }

    @Test
    void saysWhyAStackFailedAndNothingElse() {
        Report report = new Report("shop", List.of(StackReport.failed("dev", "", ExitCode.PROGRAM_FAILED,
                List.of("IllegalStateException: no zone"), List.of())));

        assertThat(PreviewText.write(report, TextStyle.PLAIN, false)).isEqualTo("""
                Stack dev
                  error: IllegalStateException: no zone

                dev: the program failed
                """);
    }

    @Test
    void saysWhenThePlanIsIncomplete() {
        Report report = new Report("shop",
                List.of(Reports.stack(ExitCode.VIOLATED, List.of(), List.of(Reports.SITE))));

        assertThat(PreviewText.write(report, TextStyle.PLAIN, false))
                .contains("  incomplete: www (shop:Site) is a remote component, which only its own provider can expand")
                .endsWith(": incomplete\n");
    }

    @Test
    void coloursOnlyWhenAsked() {
        Report report = new Report("shop", List.of(Reports.stack(ExitCode.CLEAN, List.of(), List.of())));

        assertThat(PreviewText.write(report, TextStyle.PLAIN, false)).doesNotContain("\u001b");
        assertThat(PreviewText.write(report, TextStyle.COLOUR, false)).contains("\u001b[32mok\u001b[0m");
        assertThat(PreviewText.write(report, TextStyle.COLOUR, false).replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(PreviewText.write(report, TextStyle.PLAIN, false));
    }

    @Test
    void theHighestExitCodeOfTheStacksCounts() {
        StackReport clean = Reports.stack(ExitCode.CLEAN, List.of(), List.of());
        StackReport failed = StackReport.failed("b", "", ExitCode.PACK_FAILED, List.of("x"), List.of());
        StackReport invalid = StackReport.failed("c", "", ExitCode.INVALID, List.of("x"), List.of());

        assertThat(new Report("shop", List.of(clean)).exitCode().number()).isZero();
        assertThat(new Report("shop", List.of(invalid, failed, clean)).exitCode().number()).isEqualTo(4);
        assertThat(new Report("shop", List.of(clean, invalid)).exitCode().number()).isEqualTo(2);
    }
}
