package dev.tandem.preview.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.report.TextStyle;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.report.ReportFormat.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostChangeTest {

    private static final Report REPORT =
            new Report("shop", List.of(Reports.stack(ExitCode.VIOLATED, List.of(Reports.finding()), List.of())));

    @TempDir
    Path folder;

    @Test
    void thePullRequestSeesWhatTheBillWillBe() {
        assertThat(ReportFormat.MARKDOWN.write(REPORT, view(Optional.empty())))
                .endsWith("\n**Cost** EUR 12.35 a month of 100.00, worst case 20.00\n");
    }

    @Test
    void anEarlierReportTellsTheDifferenceByComponent() throws IOException {
        Path earlier = Files.writeString(folder.resolve("main.json"), PreviewJson.write(REPORT, "1")
                .replace("\"monthlyEur\" : 12.35,", "\"monthlyEur\" : 15.40,").replace("\"monthlyEur\" : 12.3456", "\"monthlyEur\" : 10.00")
                .replaceFirst("www \\(Site\\)", "old (Site)"));
        EarlierReport read = EarlierReport.read(earlier, "main.json");

        assertThat(ReportFormat.MARKDOWN.write(REPORT, view(Optional.of(read)))).endsWith("""

                **Cost** EUR 12.35 a month of 100.00, worst case 20.00; EUR -3.05 a month against the earlier report

                | component | charge | EUR a month | change |
                |---|---|---:|---:|
                | www (Site) | objects | 12.35 | +12.35 |
                | old (Site) | objects | 0.00 | -10.00 |
                """);
        assertThat(ReportFormat.TEXT.write(REPORT, view(Optional.of(read))))
                .endsWith("dev: EUR -3.05 a month against the earlier report\n");
    }

    @Test
    void theSameBillIsSaidToBeTheSame() throws IOException {
        Path earlier = Files.writeString(folder.resolve("main.json"), PreviewJson.write(REPORT, "1"));

        assertThat(ReportFormat.MARKDOWN.write(REPORT, view(Optional.of(EarlierReport.read(earlier, "main.json")))))
                .endsWith("worst case 20.00; the bill stays as it was\n");
    }

    @Test
    void whatIsNoReportIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "{\n]");

        assertThatThrownBy(() -> EarlierReport.read(file, "f"))
                .isInstanceOf(InvalidProjectException.class).hasMessageStartingWith("f: no JSON at line 2");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> EarlierReport.read(file, "f"))
                .isInstanceOf(InvalidProjectException.class).hasMessageStartingWith("f: found no list \"stacks\"");
        assertThatThrownBy(() -> EarlierReport.read(folder.resolve("g"), "g"))
                .hasMessage("g: cannot be read, expected what './tandem preview --format json' writes");
    }

    private static View view(Optional<EarlierReport> earlier) {
        return new View(TextStyle.PLAIN, false, "1", earlier);
    }
}
