package dev.tandem.preview.html;

import dev.tandem.preview.report.RecoveryBudget;
import dev.tandem.preview.report.RecoveryBudget.Step;
import dev.tandem.preview.report.StackReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The recovery-time budget of a failover pair as a bar, each step as long as its seconds. */
final class Recovery {

    private Recovery() {}

    static void write(Html html, List<StackReport> stacks) {
        Optional<RecoveryBudget> budget = stacks.stream().flatMap(s -> s.recovery().stream()).findFirst();
        budget.ifPresent(b -> HtmlReport.section(html, "recovery", "Failover: the recovery-time budget", () -> bar(html, b)));
    }

    private static void bar(Html html, RecoveryBudget budget) {
        double most = Math.max(budget.limitSeconds(), budget.totalSeconds());
        html.element("p", "From the primary's failure until the secondary serves everybody: at most " + budget.totalSeconds()
                + " s of " + budget.limitSeconds() + " s, by the plan's own numbers.");
        html.raw("<div class=\"steps\" aria-hidden=\"true\">");
        List<Step> steps = budget.steps();
        for (int i = 0; i < steps.size(); i++) {
            html.raw("<span class=\"step s" + i % 6 + "\" style=\"width:" + Euros.share(BigDecimal.valueOf(steps.get(i).seconds()), most)
                    + "\"></span>");
        }
        html.raw("</div><table>").head("Step", "#Seconds", "Where the number comes from").raw("<tbody>");
        for (int i = 0; i < steps.size(); i++) {
            Step s = steps.get(i);
            html.raw("<tr><td><span class=\"key s" + i % 6 + "\" aria-hidden=\"true\"></span> ").text(s.name()).raw("</td>")
                    .number(String.valueOf(s.seconds())).cell(s.source()).raw("</tr>");
        }
        html.raw("</tbody></table>");
    }
}
