package dev.tandem.preview.html;

import dev.tandem.cost.compare.Difference;
import dev.tandem.cost.compare.Figure;
import dev.tandem.policy.report.ReportedFinding;
import dev.tandem.policy.report.ShortNames;
import dev.tandem.preview.report.EarlierReport;
import dev.tandem.preview.report.Report;
import dev.tandem.preview.report.StackReport;
import dev.tandem.preview.report.StackReport.PlannedResource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is other than in an earlier report: resources, findings, euros. */
final class Changes {

    private Changes() {}

    static void write(Html html, Report report, EarlierReport earlier) {
        report.stacks().forEach(s -> {
            html.element("h3", s.stack());
            earlier.plan(s.stack()).ifPresentOrElse(plan -> {
                list(html, "New resources", minus(urns(s), plan.resources()));
                list(html, "Gone", minus(plan.resources(), urns(s)));
                Set<String> findings = s.findings().stream().filter(f -> !f.isWaived()).map(Changes::key)
                        .collect(Collectors.toCollection(TreeSet::new));
                list(html, "New findings", minus(findings, plan.findings()));
                list(html, "Findings mended", minus(plan.findings(), findings));
            }, () -> html.element("p", "The earlier report does not have this stack."));
            bill(html, s, earlier);
        });
    }

    private static String key(ReportedFinding finding) {
        return EarlierReport.finding(finding.id(), finding.urn());
    }

    private static Set<String> urns(StackReport stack) {
        return stack.resources().stream().map(PlannedResource::urn).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> minus(Set<String> these, Set<String> those) {
        Set<String> out = new TreeSet<>(these);
        out.removeAll(those);
        return out;
    }

    private static void list(Html html, String title, Set<String> items) {
        if (!items.isEmpty()) {
            html.raw("<h4>").text(title + ": " + items.size()).raw("</h4><ul>");
            items.forEach(i -> html.raw("<li>").text(i.startsWith("urn:") ? ShortNames.resource(i) : i).raw("</li>"));
            html.raw("</ul>");
        }
    }

    private static void bill(Html html, StackReport stack, EarlierReport earlier) {
        stack.cost().ifPresent(cost -> earlier.bill(stack.stack()).ifPresent(before -> {
            html.element("p", "EUR " + Euros.of(before.monthlyEur()) + " a month before, " + Euros.of(cost.monthlyEur())
                    + " now (" + Euros.signed(cost.monthlyEur().subtract(before.monthlyEur())) + ")");
            List<Difference> lines = Difference.between(before.lines(), cost.lines().stream()
                            .map(l -> new Figure(l.region(), l.component(), l.description(), l.monthlyEur())).toList())
                    .stream().filter(d -> d.change().abs().compareTo(Euros.CENT) >= 0).toList();
            if (!lines.isEmpty()) {
                html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Changes of the bill\"><table>")
                        .head("Component", "Charge", "#Before", "#Now", "#Change").raw("<tbody>");
                lines.forEach(d -> html.raw("<tr>").cell(d.component()).cell(d.what()).number(Euros.of(d.before()))
                        .number(Euros.of(d.after())).number(Euros.signed(d.change())).raw("</tr>"));
                html.raw("</tbody></table></div>");
            }
        }));
    }
}
