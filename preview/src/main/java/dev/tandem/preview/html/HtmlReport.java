package dev.tandem.preview.html;

import dev.tandem.policy.report.PolicyResult;
import dev.tandem.preview.report.EarlierReport;
import dev.tandem.preview.report.Report;
import dev.tandem.preview.report.StackReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Writes a report as one HTML file for people who read no code: pictures, findings with their rules, euros. It loads
 * nothing, and can be read without its script, which only filters.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * The whole report.
     *
     * @param paper pages to show along; without it findings have no page of their rule, and waivers no days left
     * @param earlier what to compare with
     */
    public static String write(Report report, String toolVersion, Optional<Paper> paper, Optional<EarlierReport> earlier) {
        List<PolicyResult> results = report.stacks().stream().map(StackReport::policy).toList();
        Html sections = new Html();
        section(sections, "architecture", "Architecture", () -> stacks(sections, report.stacks()));
        Recovery.write(sections, report.stacks());
        section(sections, "findings", "Findings", () -> Findings.write(sections, results, paper));
        section(sections, "cost", "Cost", () -> report.stacks().forEach(s -> Bill.write(sections, s)));
        earlier.ifPresent(e -> section(sections, "changes", "Changes", () -> Changes.write(sections, report, e)));
        section(sections, "plan", "Plan", () -> report.stacks().forEach(s -> PlanTree.write(sections, s)));
        last(sections, results, paper);
        Html html = new Html();
        begin(html, report.project());
        Summary.write(html, report, sections.sections());
        html.raw(sections.toString());
        end(html, report.project(), toolVersion);
        return html.toString();
    }

    /** A judgement without plan and bill. */
    public static String write(String project, String toolVersion, List<PolicyResult> results, Optional<Paper> paper) {
        Html html = new Html();
        begin(html, project);
        html.element("h1", project);
        section(html, "findings", "Findings", () -> Findings.write(html, results, paper));
        last(html, results, paper);
        end(html, project, toolVersion);
        return html.toString();
    }

    private static void stacks(Html html, List<StackReport> stacks) {
        html.raw("<div class=\"pair\">");
        stacks.forEach(s -> {
            html.raw("<div class=\"half\">").element("h3", s.stack());
            PictureSvg.write(html, s.stack(), s.architecture());
            html.raw("</div>");
        });
        html.raw("</div>");
    }

    private static void begin(Html html, String project) {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                        + "<meta name=\"color-scheme\" content=\"light dark\">"
                        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                        + "script-src 'unsafe-inline'\">")
                .element("title", project + ": preview").raw("<style>").raw(resource("report.css"))
                .raw("</style></head><body><main>\n");
    }

    private static void last(Html html, List<PolicyResult> results, Optional<Paper> paper) {
        section(html, "rules", "Rules", () -> Rules.write(html, results));
        paper.flatMap(Paper::requirements).ifPresent(page -> section(html, "requirements", "Requirements",
                () -> html.raw("<details><summary>What the tests prove</summary><div class=\"scroll page\" tabindex=\"0\" role=\"region\" "
                        + "aria-label=\"Requirements and their tests\">").raw(page).raw("</div></details>")));
    }

    private static void end(Html html, String project, String version) {
        html.raw("</main><footer>").text(Report.TOOL + " " + version + ", project " + project).raw("</footer><script>")
                .raw(resource("report.js")).raw("</script></body></html>\n");
    }

    static void section(Html html, String id, String title, Runnable content) {
        html.begins(id, title);
        html.raw("<section id=\"" + id + "\" aria-labelledby=\"h-" + id + "\"><h2 id=\"h-" + id + "\">").text(title).raw("</h2>\n");
        content.run();
        html.raw("</section>\n");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
