package dev.tandem.preview.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.report.ReportedFinding;
import dev.tandem.policy.report.TextStyle;
import dev.tandem.preview.html.Paper;
import dev.tandem.preview.report.ReportFormat.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhatWasFoundAndWhatItCosts() {
        String html = write(Reports.finding());

        assertThat(html).contains("This plan is refused: 1 mandatory finding.", "data-level=\"mandatory\"",
                "<code>rules[0]</code>", "<b>Fix</b> set a key", "EUR <b>12.35</b> of 100.00 a month, worst case 20.00",
                "Not priced: aws:iot:Thing (1), no figure", "Undecided in dev: 1 rule", "kmsKeyId is not known yet");
    }

    @Test
    void loadsNothing() {
        Matcher address = Pattern.compile("(?:src|href|url)\\s*[=(]\\s*[\"']?([^\"' )>]*)").matcher(write(Reports.finding()));
        while (address.find()) {
            assertThat(address.group(1)).as(address.group()).startsWith("#");
        }
        assertThat(write(Reports.finding())).contains("default-src 'none'");
    }

    @Test
    void noTextBecomesMarkup() {
        ReportedFinding f = Reports.finding();
        String evil = "<script>alert(1)</script>\"'&\u0000\ud800";
        String html = write(new ReportedFinding(evil, evil, evil, f.outcome(), f.level(), f.severity(), f.urn() + evil, evil, evil, evil,
                evil, Optional.of(evil)));

        assertThat(html).doesNotContain("<script>alert").doesNotContain("\u0000").contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\ufffd");
    }

    @Test
    void aWaiverSaysHowManyDaysAreLeft() {
        assertThat(write(Reports.waived())).contains("Waived until 2027-01-31 by ops: moves (waivers.yaml:3), 66 days left");
        assertThat(write(Reports.waived(), "2027-01-31")).contains("(waivers.yaml:3), today is its last day");
    }

    @Test
    void aFindingShowsThePageOfItsRuleButNoFileElsewhere() throws IOException {
        Files.createDirectories(folder.resolve("project/docs"));
        Files.writeString(folder.resolve("project/docs/rule.md"), "# rule\n\nBuckets *must* be encrypted. <b>raw</b>\n\n| a | b |\n|---|---|\n| c | d |\n\n| | |\n|---|---|\n| e | f |\n");
        Files.writeString(folder.resolve("secret.md"), "password");

        Files.writeString(folder.resolve("project/docs/requirements.md"), "# Requirements\n\nAll of them.\n");
        leadsToEverySectionInOrder(write(page("docs/rule.md")));
        assertThat(write(page("docs/rule.md"))).contains("All of them.", "<em>must</em>", "<th>a</th>", "<td>c</td>", "<td>e</td>", "&lt;b&gt;raw").doesNotContain("# rule", "<th></th>");
        assertThat(write(page("../secret.md"))).doesNotContain("password");
        assertThat(write(page("https://example.com/rule.md"))).contains("Buckets are encrypted.");
    }

    @Test
    void anEarlierReportTellsWhatIsNewAndWhatIsGone() throws IOException {
        Report now = new Report("shop", List.of(Reports.stack(ExitCode.VIOLATED, List.of(Reports.finding()), List.of())));
        Path earlier = Files.writeString(folder.resolve("main.json"), PreviewJson.write(now, "1")
                .replace("BucketV2::files", "BucketV2::older").replace("\"id\" : \"encryption\"", "\"id\" : \"other\""));

        String html = ReportFormat.HTML.write(now, new View(TextStyle.PLAIN, false, "1", Optional.of(EarlierReport.read(earlier, "main.json"))));

        assertThat(html).contains("New resources: 1", "<li>files (aws:s3:BucketV2)</li>", "Gone: 1", "<li>older (aws:s3:BucketV2)</li>",
                "New findings: 1", "Findings mended: 1");
        leadsToEverySectionInOrder(html);
    }

    private static List<String> all(String pattern, String html) {
        return Pattern.compile(pattern).matcher(html).results().map(found -> found.group(1)).toList();
    }

    private static void leadsToEverySectionInOrder(String html) {
        String links = html.replaceFirst("(?s).*<nav[^>]*>(.*?)</nav>.*", "$1");
        assertThat(all("href=\"#([^\"]+)\"", links)).isEqualTo(all("<section id=\"([^\"]+)\"", html)).contains("architecture", "rules");
    }

    @Test
    void aFailedStackSaysWhy() {
        StackReport failed = StackReport.failed("qa", "", ExitCode.INVALID, List.of("Pulumi.qa.yaml: no region"), List.of());

        assertThat(ReportFormat.HTML.write(new Report("shop", List.of(failed)), view("2026-11-26")))
                .contains("The configuration is refused.", "Pulumi.qa.yaml: no region");
    }

    @Test
    void theRecoveryBudgetIsABarWithItsSum() {
        StackReport s = Reports.stack(ExitCode.CLEAN, List.of(), List.of());
        RecoveryBudget budget = new RecoveryBudget(List.of(new RecoveryBudget.Step("detection", 90, "3 checks at 30 s"),
                new RecoveryBudget.Step("DNS", 60, "time to live")), 900);
        StackReport pair = new StackReport(s.region(), s.policy(), s.incomplete(), s.resources(), s.architecture(), Optional.of(budget),
                s.cost(), s.log());

        String html = ReportFormat.HTML.write(new Report("shop", List.of(pair)), view("2026-11-26"));
        assertThat(html).contains("at most 150 s of 900 s", "style=\"width:10.0%\"", "3 checks at 30 s");
        leadsToEverySectionInOrder(html);
    }

    private static ReportedFinding page(String url) {
        ReportedFinding f = Reports.finding();
        return new ReportedFinding(f.id(), f.rule(), f.summary(), f.outcome(), f.level(), f.severity(), f.urn(), f.path(), f.message(),
                f.fix(), url, f.waived());
    }

    private String write(ReportedFinding finding) {
        return write(finding, "2026-11-26");
    }

    private String write(ReportedFinding finding, String today) {
        return ReportFormat.HTML.write(new Report("shop", List.of(Reports.stack(ExitCode.VIOLATED, List.of(finding), List.of()))), view(today));
    }

    private View view(String today) {
        return new View(TextStyle.PLAIN, false, "1", Optional.empty(), Optional.of(new Paper(folder.resolve("project"), LocalDate.parse(today))), Optional.empty());
    }
}
