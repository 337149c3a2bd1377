package dev.tandem.preview.report;

import dev.tandem.policy.report.PolicyResult;
import dev.tandem.policy.report.PolicyResult.Locations;
import dev.tandem.policy.report.PolicyResult.NotApplicable;
import dev.tandem.policy.report.PolicyResult.PackIdentity;
import dev.tandem.policy.report.PolicyResult.UndecidedRule;
import dev.tandem.policy.report.ReportedFinding;
import dev.tandem.policy.report.ReportedRule;
import dev.tandem.policy.report.ReportedRule.Counts;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import dev.tandem.preview.picture.Architecture;
import dev.tandem.preview.report.StackReport.LogLine;
import dev.tandem.preview.report.StackReport.PlannedResource;
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

    static StackReport stack(ExitCode code, List<ReportedFinding> findings, List<String> incomplete) {
        PolicyResult policy = new PolicyResult("dev", Optional.of(new PackIdentity("rules", "1.0.0")), code.number(),
                List.of(), List.of(), findings, List.of(new UndecidedRule("kms", FILES, List.of("kmsKeyId is not known yet"))),
                List.of(new NotApplicable("queues", "looks at other types only", 5)),
                List.of(rule("encryption", "Buckets are encrypted.", new Counts(1, 1, 3, 0)),
                        rule("queues", "Queues are encrypted.", new Counts(0, 0, 5, 0))), Locations.NONE);
        return new StackReport("eu-central-1", policy, incomplete,
                List.of(
                        new PlannedResource(ROOT, "pulumi:pulumi:Stack", "shop-dev", "", "", "", false),
                        new PlannedResource(AWS, "pulumi:providers:aws", "default_6_83_0", "", "", "eu-central-1", false),
                        new PlannedResource(SITE, "shop:index:Site", "www", ROOT, "", "", false),
                        new PlannedResource(FILES, "aws:s3/bucketV2:BucketV2", "files", SITE, AWS, "eu-central-1", true),
                        new PlannedResource(LOGS, "aws:s3/bucketV2:BucketV2", "logs", SITE, AWS, "eu-central-1", true)),
                Architecture.EMPTY, Optional.empty(), Optional.of(cost()), List.of(new LogLine("warning", "old image", "")));
    }

    private static ReportedRule rule(String id, String summary, Counts counts) {
        return new ReportedRule(id, Optional.of(Rule.Kind.RESOURCE), summary, summary, EnforcementLevel.MANDATORY,
                Optional.of(Severity.HIGH), "set a key", "", List.of(), counts);
    }

    static ReportedFinding finding() {
        return finding(EnforcementLevel.MANDATORY, FILES, "rules[0]", Optional.empty());
    }

    static ReportedFinding waived() {
        return finding(EnforcementLevel.ADVISORY, LOGS, "", Optional.of("until 2027-01-31 by ops: moves (waivers.yaml:3)"));
    }

    private static ReportedFinding finding(EnforcementLevel level, String urn, String path, Optional<String> waived) {
        return new ReportedFinding("encryption", "encryption", "Buckets are encrypted.", Outcome.Kind.VIOLATION, level,
                Optional.of(Severity.HIGH), urn, path, "no key", "set a key", "", waived);
    }

    static Cost cost() {
        return new Cost(eur("12.35"), eur("20.00"), eur("30.00"), eur("100"),
                List.of(new Cost.Line("www (Site)", "aws:s3/bucketV2:BucketV2", "objects", List.of(FILES), eur("500"),
                        "GB-month", eur("0.0245"), eur("12.3456"), eur("12.3456"), "eu-central-1", "price list",
                                "2026-10-01", "bulk", ""),
                        new Cost.Line("www (Site)", "aws:s3/bucketV2:BucketV2", "requests", List.of(FILES), eur("3"),
                                "requests", eur("0.0000004"), eur("0.0000"), eur("0.0000"), "eu-central-1", "price list",
                                "2026-10-01", "bulk", "")),
                List.of(new Cost.NotPriced("aws:iot/thing:Thing", List.of(SITE), "no figure")),
                new Cost.Rate(eur("1.1186"), "2026-10-08", "configuration"), "usage/dev.yaml",
                List.of(new Cost.Saving("delete old objects", eur("2.00"))), List.of("x: unverified"));
    }

    private static BigDecimal eur(String amount) {
        return new BigDecimal(amount);
    }
}
