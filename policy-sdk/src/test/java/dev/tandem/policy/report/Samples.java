package dev.tandem.policy.report;

import dev.tandem.policy.report.PolicyResult.Locations;
import dev.tandem.policy.report.PolicyResult.NotApplicable;
import dev.tandem.policy.report.PolicyResult.PackIdentity;
import dev.tandem.policy.report.PolicyResult.UndecidedRule;
import dev.tandem.policy.report.ReportedRule.Counts;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results with something of everything. */
final class Samples {

    static final String STACK = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
    static final String FILES = "urn:pulumi:dev::shop::shop:index:Site$cloud:store/bucket:Bucket::files";
    static final String LOGS = "urn:pulumi:dev::shop::cloud:store/bucket:Bucket::logs";

    private Samples() {}

    static PolicyReport report(PolicyResult... results) {
        return new PolicyReport("tandem", "1.2.3", "shop", List.of(results));
    }

    static PolicyResult full() {
        return with(List.of(
                waived(),
                finding("count", Outcome.Kind.VIOLATION, EnforcementLevel.ADVISORY, Severity.LOW, STACK, "", "there are 3"),
                finding("broken", Outcome.Kind.ERROR, EnforcementLevel.MANDATORY, Severity.LOW, LOGS, "", "the rule itself failed"),
                finding("encryption", Outcome.Kind.VIOLATION, EnforcementLevel.MANDATORY, Severity.HIGH, FILES, "rules[0]",
                        "no key\nin rules[0]")));
    }

    static PolicyResult clean() {
        return new PolicyResult("qa", Optional.of(new PackIdentity("buckets", "1.0.0")), 0, List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(rule("encryption", new Counts(2, 0, 1, 0))), Locations.NONE);
    }

    static PolicyResult with(List<ReportedFinding> findings) {
        return new PolicyResult("dev", Optional.of(new PackIdentity("buckets", "1.0.0")), 1, List.of(),
                List.of("far is a remote component"), findings,
                List.of(new UndecidedRule("owner", LOGS, List.of("tags.of is not known yet"))),
                List.of(new NotApplicable("queue", "looks at other types only: cloud:queue", 3)),
                List.of(rule("queue", new Counts(0, 0, 3, 0)), rule("encryption", new Counts(1, 1, 1, 0)),
                        rule("owner", new Counts(0, 0, 2, 1)), rule("broken", new Counts(0, 1, 2, 0)),
                        rule("named", new Counts(3, 0, 0, 0))),
                new Locations(Map.of(FILES, SourceLocation.of("src/main/java/shop/My Site.java", 42)),
                        Optional.of(SourceLocation.of("Pulumi.yaml"))));
    }

    static ReportedFinding finding(String rule, Outcome.Kind outcome, EnforcementLevel level, Severity severity, String urn,
            String path, String message) {
        return new ReportedFinding(rule, rule, "Rule " + rule, outcome, level, Optional.of(severity), urn, path, message,
                "set a key", "docs/rules/" + rule + ".md", Optional.empty());
    }

    static ReportedFinding waived() {
        return new ReportedFinding("encryption[logs]", "encryption", "Rule encryption", Outcome.Kind.VIOLATION,
                EnforcementLevel.ADVISORY, Optional.of(Severity.HIGH), LOGS, "", "no key", "set a key", "",
                Optional.of("until 2027-01-31 by ops: moves next month (waivers.yaml:3)"));
    }

    private static ReportedRule rule(String id, Counts counts) {
        return new ReportedRule(id, Optional.of(Rule.Kind.RESOURCE), "Rule " + id, "Why " + id, EnforcementLevel.MANDATORY,
                Optional.of(Severity.HIGH), "set a key",
                id.equals("named") ? "https://example.org/rules/named" : "docs/rules/" + id + ".md",
                List.of("GDPR Art. 32", "storage"), counts);
    }
}
