package dev.tandem.preview.report;

import dev.tandem.preview.report.StackReport.Finding;
import dev.tandem.preview.report.StackReport.LogLine;
import dev.tandem.preview.report.StackReport.PlannedResource;
import dev.tandem.preview.report.StackReport.RuleOutcome;
import dev.tandem.preview.report.StackReport.Undecided;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reports for tests of their forms. */
final class Reports {

    static final String ROOT = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
    static final String SITE = "urn:pulumi:dev::shop::shop:index:Site::www";
    static final String FILES = "urn:pulumi:dev::shop::shop:index:Site$aws:s3/bucketV2:BucketV2::files";
    static final String LOGS = "urn:pulumi:dev::shop::shop:index:Site$aws:s3/bucketV2:BucketV2::logs";
    static final String AWS = "urn:pulumi:dev::shop::pulumi:providers:aws::default_6_83_0";

    private Reports() {}

    static StackReport stack(ExitCode code, List<Finding> findings, List<String> incomplete) {
        return new StackReport("dev", "eu-central-1", code, List.of(), incomplete,
                List.of(
                        new PlannedResource(ROOT, "pulumi:pulumi:Stack", "shop-dev", "", "", "", false),
                        new PlannedResource(AWS, "pulumi:providers:aws", "default_6_83_0", "", "", "eu-central-1", false),
                        new PlannedResource(SITE, "shop:index:Site", "www", ROOT, "", "", false),
                        new PlannedResource(FILES, "aws:s3/bucketV2:BucketV2", "files", SITE, AWS, "eu-central-1", true),
                        new PlannedResource(LOGS, "aws:s3/bucketV2:BucketV2", "logs", SITE, AWS, "eu-central-1", true)),
                findings, List.of(new Undecided("kms", FILES, List.of("kmsKeyId is not known yet"))),
                List.of(new RuleOutcome("encryption", "Buckets are encrypted.", "mandatory", "high", 1, 1, 3, 0)),
                Optional.of(cost()), List.of(new LogLine("warning", "old image", "")));
    }

    static Finding finding() {
        return new Finding("encryption", "encryption", "Buckets are encrypted.", true, "high", FILES, "rules[0]",
                "no key", "set a key");
    }

    static Cost cost() {
        return new Cost(eur("12.35"), eur("20.00"), eur("30.00"), eur("100"),
                List.of(new Cost.Line("www (Site)", "aws:s3/bucketV2:BucketV2", "objects", List.of(FILES), eur("500"),
                        "GB-month", eur("0.0245"), eur("12.3456"), eur("12.3456"), "eu-central-1", "price list", ""),
                        new Cost.Line("www (Site)", "aws:s3/bucketV2:BucketV2", "requests", List.of(FILES), eur("3"),
                                "requests", eur("0.0000004"), eur("0.0000"), eur("0.0000"), "eu-central-1", "price list", "")),
                List.of(new Cost.NotPriced("aws:iot/thing:Thing", List.of(SITE), "no figure")),
                new Cost.Rate(eur("1.1186"), "2026-10-08", "configuration"), "usage/dev.yaml",
                List.of(new Cost.Saving("delete old objects", eur("2.00"))), List.of("x: unverified"));
    }

    private static BigDecimal eur(String amount) {
        return new BigDecimal(amount);
    }
}
