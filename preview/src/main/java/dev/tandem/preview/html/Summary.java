package dev.tandem.preview.html;

import dev.tandem.policy.report.ShortNames;
import dev.tandem.preview.report.Cost;
import dev.tandem.preview.report.ExitCode;
import dev.tandem.preview.report.Report;
import dev.tandem.preview.report.StackReport;
import java.util.Map;

/** The first screen: how each stack ends, and the way to everything else. */
final class Summary {

    private Summary() {}

    /** @param sections titles by id, of those that the page has; the way to one is named by what is before a colon */
    static void write(Html html, Report report, Map<String, String> sections) {
        html.raw("<header><h1>").text(report.project()).raw("</h1><p class=\"verdict ").raw(tone(report.exitCode())).raw("\">")
                .text(sentence(report)).raw("</p></header><nav aria-label=\"Sections\">");
        sections.forEach((id, title) -> html.raw("<a href=\"#" + id + "\">").text(title.replaceFirst(":.*", "")).raw("</a>"));
        html.raw("</nav><div class=\"cards\">");
        report.stacks().forEach(s -> card(html, s));
        html.raw("</div>\n");
    }

    private static void card(Html html, StackReport stack) {
        html.raw("<div class=\"card\"><p class=\"name\">").text(stack.stack()).raw(" <span class=\"badge ")
                .raw(tone(stack.exitCode())).raw("\">").text(word(stack)).raw("</span></p>");
        stack.problems().forEach(p -> html.raw("<pre class=\"problem\">").text(p).raw("</pre>"));
        if (stack.problems().isEmpty()) {
            html.element("p", ShortNames.count(stack.managed(), "resource") + ", "
                    + stack.policy().mandatory() + " mandatory and " + stack.policy().advisory() + " advisory findings, "
                    + ShortNames.count(stack.policy().waived(), "waiver") + ", " + stack.undecided().size() + " undecided");
            stack.cost().ifPresent(c -> ceiling(html, c));
        }
        stack.incomplete().forEach(urn -> html.element("p", "incomplete: " + ShortNames.resource(urn)
                + " is a remote component; what is inside was neither judged nor priced"));
        html.raw("</div>");
    }

    /** A bar as long as the ceiling, or as the bill when that is longer. */
    static void ceiling(Html html, Cost cost) {
        double most = Math.max(cost.ceilingEur().doubleValue(), cost.worstCaseEur().doubleValue());
        html.raw("<p class=\"amount\">EUR <b>").text(Euros.of(cost.monthlyEur())).raw("</b> of ").text(Euros.of(cost.ceilingEur()))
                .raw(" a month, worst case ").text(Euros.of(cost.worstCaseEur())).raw("</p><div class=\"bar\" aria-hidden=\"true\">"
                        + "<span class=\"worst\" style=\"width:" + Euros.share(cost.worstCaseEur(), most)
                        + "\"></span><span class=\"typical" + (cost.monthlyEur().compareTo(cost.ceilingEur()) > 0 ? " over" : "")
                        + "\" style=\"width:" + Euros.share(cost.monthlyEur(), most) + "\"></span><span class=\"mark\" style=\"left:"
                        + Euros.share(cost.ceilingEur(), most) + "\"></span></div>");
    }

    private static String sentence(Report report) {
        long mandatory = report.stacks().stream().mapToLong(s -> s.policy().mandatory()).sum();
        return switch (report.exitCode()) {
            case CLEAN -> "This plan breaks no mandatory rule.";
            case VIOLATED -> mandatory > 0 ? "This plan is refused: " + ShortNames.count(mandatory, "mandatory finding") + "."
                    : "This plan is refused: not everything in it could be judged.";
            case INVALID -> "The configuration is refused.";
            case PROGRAM_FAILED -> "The program failed.";
            case PACK_FAILED -> "The policy pack failed.";
        };
    }

    private static String word(StackReport stack) {
        return switch (stack.exitCode()) {
            case CLEAN -> "ok";
            case VIOLATED -> stack.policy().mandatory() > 0 ? "refused" : "incomplete";
            case INVALID -> "configuration refused";
            case PROGRAM_FAILED -> "program failed";
            case PACK_FAILED -> "pack failed";
        };
    }

    private static String tone(ExitCode code) {
        return code == ExitCode.CLEAN ? "good" : "bad";
    }
}
