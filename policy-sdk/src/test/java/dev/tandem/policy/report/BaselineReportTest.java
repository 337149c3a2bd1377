package dev.tandem.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Severity;
import dev.tandem.policy.waiver.Baseline;
import dev.tandem.policy.waiver.WaiverRules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineReportTest {

    private static final String ELSEWHERE = "encryption urn:pulumi:qa::shop::cloud:store/bucket:Bucket::files";

    private static List<String> lines(PolicyReport report, Optional<Baseline> before) {
        return BaselineReport.write(report, before).lines().filter(line -> !line.startsWith("#")).toList();
    }

    private static PolicyResult judged(ReportedFinding... findings) {
        PolicyResult full = Samples.full();
        return new PolicyResult("dev", full.pack(), 1, List.of(), List.of(), List.of(findings), List.of(), List.of(), List.of(),
                full.locations());
    }

    private static ReportedFinding mandatory(String rule, Outcome.Kind kind) {
        return Samples.finding(rule, kind, EnforcementLevel.MANDATORY, Severity.HIGH, Samples.FILES, "", "found");
    }

    @Test
    void theFirstHoldsTheViolationsThatStopADeployment() {
        PolicyReport report = Samples.report(judged(Samples.waived(), mandatory("encryption", Outcome.Kind.VIOLATION),
                mandatory("broken", Outcome.Kind.ERROR), mandatory(WaiverRules.INVALID, Outcome.Kind.VIOLATION),
                Samples.finding("count", Outcome.Kind.VIOLATION, EnforcementLevel.ADVISORY, Severity.LOW, Samples.STACK, "", "3")));

        assertThat(lines(report, Optional.empty())).containsExactly("encryption " + Samples.FILES);
        assertThat(Baseline.parse("baseline.txt", BaselineReport.write(report, Optional.empty())).entries()).hasSize(1);
    }

    @Test
    void aLaterOneOnlyLosesLines() {
        Baseline before = Baseline.parse("baseline.txt",
                "encryption[logs] " + Samples.LOGS + "\nmended " + Samples.FILES + "\n" + ELSEWHERE + "\n");
        PolicyReport report = Samples.report(judged(Samples.waived(), mandatory("encryption", Outcome.Kind.VIOLATION)));

        assertThat(lines(report, Optional.of(before))).containsExactly(ELSEWHERE, "encryption[logs] " + Samples.LOGS);
        assertThat(lines(report, Optional.of(Baseline.NONE))).isEmpty();
    }

    @Test
    void whatWasNotJudgedKeepsItsLines() {
        Baseline before = Baseline.parse("baseline.txt", "encryption " + Samples.FILES + "\n");

        assertThat(lines(Samples.report(PolicyResult.failed("dev", 4, List.of("the pack ended"))), Optional.of(before))).hasSize(1);
        assertThat(lines(Samples.report(Samples.with(List.of())), Optional.of(before))).as("it has gaps").hasSize(1);
    }
}
