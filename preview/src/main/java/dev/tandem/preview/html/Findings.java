package dev.tandem.preview.html;

import dev.tandem.policy.report.PolicyResult;
import dev.tandem.policy.report.PolicyResult.UndecidedRule;
import dev.tandem.policy.report.ReportedFinding;
import dev.tandem.policy.report.ShortNames;
import dev.tandem.policy.rule.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Findings with filters and the page of each rule, then what is waived and what is undecided. */
final class Findings {

    private static final Pattern UNTIL = Pattern.compile("^until (\\d{4}-\\d{2}-\\d{2}) ");

    private Findings() {}

    static void write(Html html, List<PolicyResult> results, Optional<Paper> paper) {
        if (results.stream().allMatch(r -> r.findings().isEmpty() && r.undecided().isEmpty())) {
            html.element("p", "None.");
            return;
        }
        filters(html, results);
        for (PolicyResult result : results) {
            result.findings().forEach(f -> finding(html, result, f, paper));
        }
        results.stream().filter(r -> !r.undecided().isEmpty()).forEach(r -> undecided(html, r));
    }

    private static void filters(Html html, List<PolicyResult> results) {
        html.raw("<form class=\"filters\" role=\"search\" hidden><label>Text <input type=\"search\" name=\"text\"></label>"
                + "<label>Level <select name=\"level\"><option value=\"\">all</option><option>mandatory</option>"
                + "<option>advisory</option><option>waived</option></select></label><label>Severity <select name=\"severity\">"
                + "<option value=\"\">all</option>");
        for (Severity severity : Severity.values()) {
            html.element("option", severity.name().toLowerCase(Locale.ROOT));
        }
        html.raw("</select></label><label>Stack <select name=\"stack\"><option value=\"\">all</option>");
        results.forEach(r -> html.element("option", r.stack()));
        html.raw("</select></label><output aria-live=\"polite\"></output></form>");
    }

    private static void finding(Html html, PolicyResult result, ReportedFinding f, Optional<Paper> paper) {
        String level = f.isWaived() ? "waived" : f.refuses() ? "mandatory" : "advisory";
        String severity = f.severity().map(s -> s.name().toLowerCase(Locale.ROOT)).orElse("");
        html.raw("<article class=\"finding\" data-level=\"" + level + "\" data-severity=\"" + severity + "\" data-stack=\"")
                .text(result.stack()).raw("\"><h3><span class=\"badge " + level + "\">" + level + "</span> ");
        if (!severity.isEmpty()) {
            html.raw("<span class=\"badge\">" + severity + "</span> ");
        }
        html.text(f.summary()).raw("</h3><p class=\"where\">").element("code", f.id()).text(" in " + result.stack() + ": ")
                .element("b", ShortNames.resource(f.urn()));
        if (!f.path().isEmpty()) {
            html.text(" at ").element("code", f.path());
        }
        result.location(f.urn()).ifPresent(l -> html.text(", ").element("code", l.toString()));
        html.raw("</p><pre class=\"message\">").text(f.message()).raw("</pre>");
        f.waived().ifPresent(w -> html.raw("<p>Waived ").text(w + daysLeft(w, paper.map(Paper::today))).raw("</p>"));
        if (!f.fix().isEmpty()) {
            html.raw("<p><b>Fix</b> ").text(f.fix()).raw("</p>");
        }
        paper.flatMap(p -> p.page(f.url())).ifPresent(page -> html.raw("<details><summary>The rule ").text(f.rule())
                .raw("</summary><div class=\"page\">").raw(page.replaceAll("<(/?)h[1-6]>", "<$1h4>")).raw("</div></details>"));
        html.raw("</article>");
    }

    /** Waivers that a pack tells of say until which day they hold; that day included. */
    static String daysLeft(String waived, Optional<LocalDate> today) {
        Matcher until = UNTIL.matcher(waived);
        if (today.isEmpty() || !until.find()) {
            return "";
        }
        try {
            long days = ChronoUnit.DAYS.between(today.get(), LocalDate.parse(until.group(1)));
            return days < 0 ? "" : days == 0 ? ", today is its last day" : ", " + ShortNames.count(days, "day") + " left";
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    private static void undecided(Html html, PolicyResult result) {
        html.raw("<details class=\"undecided\"><summary>Undecided in ").text(result.stack() + ": "
                + ShortNames.count(result.undecided().size(), "rule")).raw(", for values known only after the deployment</summary><ul>");
        for (UndecidedRule u : result.undecided()) {
            html.raw("<li>").element("code", u.rule()).text(" " + ShortNames.resource(u.urn()) + ": " + String.join("; ", u.places()))
                    .raw("</li>");
        }
        html.raw("</ul></details>");
    }
}
