package dev.tandem.preview.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {

    @Test
    void showsTreeFindingsCostAndTheSummaryLast() {
        Report report = new Report("shop",
                List.of(Reports.stack(ExitCode.VIOLATED, List.of(Reports.finding()), List.of())));

        String text = TextReport.write(report, Style.PLAIN);

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
        assertThat(text.lines().reduce((a, b) -> b)).contains("dev: 2 resources, 1 rule, 1 mandatory and 0 advisory"
                + " findings, 1 undecided, EUR 12.35 of 100.00 a month (worst case 20.00), 1 type not priced: refused");
    }

    @Test
    void saysWhatWouldSaveWhenNoRuleDoes() {
        StackReport full = Reports.stack(ExitCode.CLEAN, List.of(), List.of());
        StackReport withoutRules = new StackReport(full.stack(), full.region(), full.exitCode(), full.problems(),
                full.incomplete(), full.resources(), full.findings(), full.undecided(), List.of(), full.cost(), full.log());

        assertThat(TextReport.write(new Report("shop", List.of(withoutRules)), Style.PLAIN))
                .contains("would save: delete old objects").contains(", no rules, ");
    }

    @Test
    void saysWhyAStackFailedAndNothingElse() {
        Report report = new Report("shop", List.of(StackReport.failed("dev", "", ExitCode.PROGRAM_FAILED,
                List.of("IllegalStateException: no zone"), List.of())));

        assertThat(TextReport.write(report, Style.PLAIN)).isEqualTo("""
                Stack dev
                  error: IllegalStateException: no zone

                dev: the program failed
                """);
    }

    @Test
    void saysWhenThePlanIsIncomplete() {
        Report report = new Report("shop",
                List.of(Reports.stack(ExitCode.VIOLATED, List.of(), List.of(Reports.SITE))));

        assertThat(TextReport.write(report, Style.PLAIN))
                .contains("  incomplete: www (shop:Site) is a remote component, which only its own provider can expand")
                .endsWith(": incomplete\n");
    }

    @Test
    void coloursOnlyWhenAsked() {
        Report report = new Report("shop", List.of(Reports.stack(ExitCode.CLEAN, List.of(), List.of())));

        assertThat(TextReport.write(report, Style.PLAIN)).doesNotContain("\u001b");
        assertThat(TextReport.write(report, Style.COLOUR)).contains("\u001b[32mok\u001b[0m");
        assertThat(TextReport.write(report, Style.COLOUR).replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(TextReport.write(report, Style.PLAIN));
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
