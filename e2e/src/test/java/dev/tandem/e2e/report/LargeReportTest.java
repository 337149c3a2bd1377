package dev.tandem.e2e.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.policy.report.PolicyResult;
import dev.tandem.policy.report.PolicyResult.Locations;
import dev.tandem.policy.report.ReportedFinding;
import dev.tandem.policy.report.TextStyle;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.rule.Severity;
import dev.tandem.preview.picture.Architecture;
import dev.tandem.preview.report.Report;
import dev.tandem.preview.report.ReportFormat;
import dev.tandem.preview.report.StackReport;
import dev.tandem.preview.report.StackReport.PlannedResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan of a thousand resources, half of them with a finding. */
@NeedsTools(Tools.CHROMIUM)
class LargeReportTest {

    private static final String URN = "urn:pulumi:dev::shop::aws:s3/bucketV2:BucketV2::bucket-";

    @TempDir
    Path folder;

    @Test
    void filtersFindOneOfManyAndNothingLeavesTheWindow() {
        JsonNode seen = Browser.look(folder, html(), 390, false, false);

        assertThat(seen.path("problems")).isEmpty();
        assertThat(seen.path("findings").asInt()).isEqualTo(500);
        assertThat(seen.path("mandatory").asInt()).isEqualTo(250);
        assertThat(seen.path("none").asInt()).isZero();
        System.out.println("500 findings filtered in " + seen.path("filterMillis").asInt() + " ms");
    }

    private static String html() {
        List<PlannedResource> resources = IntStream.range(0, 1000)
                .mapToObj(i -> new PlannedResource(URN + i, "aws:s3/bucketV2:BucketV2", "bucket-" + i, "", "", "eu-central-1", true)).toList();
        List<ReportedFinding> findings = IntStream.range(0, 500).mapToObj(i -> new ReportedFinding("encryption", "encryption",
                "Buckets are encrypted.", Outcome.Kind.VIOLATION, i % 2 == 0 ? EnforcementLevel.MANDATORY : EnforcementLevel.ADVISORY,
                Optional.of(Severity.HIGH), URN + i, "rules[0].aVeryLongPropertyNameWithoutAnyPlaceToBreakIt".repeat(3), "no key", "set a key", "",
                Optional.empty())).toList();
        PolicyResult policy = new PolicyResult("dev", Optional.empty(), 1, List.of(), List.of(), findings, List.of(), List.of(), List.of(),
                Locations.NONE);
        StackReport stack = new StackReport("eu-central-1", policy, List.of(), resources, Architecture.EMPTY, Optional.empty(), Optional.empty(),
                List.of());
        return ReportFormat.HTML.write(new Report("shop", List.of(stack)), new ReportFormat.View(TextStyle.PLAIN, false, "1", Optional.empty()));
    }
}
