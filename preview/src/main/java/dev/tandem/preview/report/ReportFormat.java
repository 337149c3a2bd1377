package dev.tandem.preview.report;

import dev.tandem.policy.report.BaselineReport;
import dev.tandem.policy.report.JUnitReport;
import dev.tandem.policy.report.JsonReport;
import dev.tandem.policy.report.MarkdownReport;
import dev.tandem.policy.report.PolicyReport;
import dev.tandem.policy.report.SarifReport;
import dev.tandem.policy.report.TextReport;
import dev.tandem.policy.report.TextStyle;
import dev.tandem.policy.waiver.Baseline;
import dev.tandem.preview.html.HtmlReport;
import dev.tandem.preview.html.Paper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The forms of a report. */
public enum ReportFormat {
    /** For people. */
    TEXT,
    /** For machines, with everything in it. */
    JSON,
    /** For code scanning. */
    SARIF,
    /** For build servers. */
    JUNIT,
    /** For a pull request. */
    MARKDOWN,
    /** For people without a terminal: one file with pictures, that loads nothing. */
    HTML,
    /** For the next runs: findings that stop nothing any more. */
    BASELINE;

    /**
     * How to write.
     *
     * @param style of text
     * @param unusedRules whether rules are listed that no resource concerned; JSON always has them
     * @param toolVersion of Tandem
     * @param earlier an earlier report of the same project, with which the new one is compared
     * @param paper pages of the project that HTML shows along
     * @param baseline what the project's baseline has now; empty when there is none
     */
    public record View(TextStyle style, boolean unusedRules, String toolVersion, Optional<EarlierReport> earlier,
            Optional<Paper> paper, Optional<Baseline> baseline) {

        /** Without pages and baseline. */
        public View(TextStyle style, boolean unusedRules, String toolVersion, Optional<EarlierReport> earlier) {
            this(style, unusedRules, toolVersion, earlier, Optional.empty(), Optional.empty());
        }
    }

    /** A preview in this form, with a line break at its end. */
    public String write(Report report, View view) {
        return switch (this) {
            case TEXT -> PreviewText.write(report, view.style(), view.unusedRules())
                    + view.earlier().map(e -> CostChange.text(report, e)).orElse("");
            case JSON -> PreviewJson.write(report, view.toolVersion());
            case MARKDOWN -> {
                Map<String, String> bills = new LinkedHashMap<>();
                report.stacks().forEach(s -> bills.put(s.stack(), CostChange.markdown(s, view.earlier())));
                yield MarkdownReport.write(report.policy(view.toolVersion()), bills, view.unusedRules());
            }
            case HTML -> HtmlReport.write(report, view.toolVersion(), view.paper(), view.earlier());
            case SARIF, JUNIT, BASELINE -> write(report.policy(view.toolVersion()), view);
        };
    }

    /** A judgement without plan or bill in this form, with a line break at its end. */
    public String write(PolicyReport report, View view) {
        return switch (this) {
            case TEXT -> TextReport.write(report, view.style(), view.unusedRules());
            case JSON -> JsonReport.write(report);
            case SARIF -> SarifReport.write(report, view.unusedRules());
            case JUNIT -> JUnitReport.write(report, view.unusedRules());
            case MARKDOWN -> MarkdownReport.write(report, Map.of(), view.unusedRules());
            case BASELINE -> BaselineReport.write(report, view.baseline());
            case HTML -> HtmlReport.write(report.project(), report.toolVersion(), report.results(), view.paper());
        };
    }
}
