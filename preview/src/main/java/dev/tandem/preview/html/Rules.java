package dev.tandem.preview.html;

import dev.tandem.policy.report.PolicyResult;
import dev.tandem.policy.report.ReportedRule;
import java.util.List;
import java.util.Locale;

/** Every rule with how it came out. */
final class Rules {

    private Rules() {}

    static void write(Html html, List<PolicyResult> results) {
        for (PolicyResult result : results) {
            html.raw("<details><summary>").text(result.stack() + ": " + result.rules().size() + " rules"
                            + result.pack().map(p -> " of " + p.name() + " " + p.version()).orElse(""))
                    .raw("</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Rules in ").text(result.stack())
                    .raw("\"><table>")
                    .head("Rule", "What it asks", "Level", "Severity", "#Passed", "#Violated", "#Undecided").raw("<tbody>");
            result.rules().forEach(r -> row(html, r));
            html.raw("</tbody></table></div></details>");
        }
    }

    private static void row(Html html, ReportedRule r) {
        html.raw("<tr>").cell(r.id()).cell(r.summary()).cell(r.level().name().toLowerCase(Locale.ROOT))
                .cell(r.severity().map(s -> s.name().toLowerCase(Locale.ROOT)).orElse(""))
                .number(String.valueOf(r.counts().passed())).number(String.valueOf(r.counts().violated()))
                .number(String.valueOf(r.counts().undecided())).raw("</tr>");
    }
}
