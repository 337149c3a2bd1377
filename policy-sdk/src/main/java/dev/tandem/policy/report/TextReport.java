package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;

/**
 * Writes a report for people: what was found, and last one line for each stack. A clean stack has that line alone.
 * Thread-safe.
 *
 * <pre>{@code
 * System.out.print(TextReport.write(report, TextStyle.COLOUR, false));
 * }</pre>
 */
@PublicApi
public final class TextReport {

    private TextReport() {}

    /**
     * {@return the whole report with a line break at its end}
     *
     * @param report what to tell; control characters in it are replaced
     * @param style with colours or without
     * @param withUnused whether rules are listed that no resource concerned
     */
    public static String write(PolicyReport report, TextStyle style, boolean withUnused) {
        StringBuilder out = new StringBuilder();
        for (PolicyResult result : report.results()) {
            String body = body(result, style, withUnused);
            if (!body.isEmpty()) {
                out.append(style.bold(name(result))).append('\n').append(body).append('\n');
            }
        }
        report.results().forEach(r -> out.append(summary(r, style)).append('\n'));
        return out.toString();
    }

    private static String body(PolicyResult result, TextStyle style, boolean withUnused) {
        StringBuilder out = new StringBuilder();
        result.problems().forEach(p -> line(out, style.red("error: "), p));
        result.gaps().forEach(g -> line(out, style.yellow("not judged: "), g));
        if (result.problems().isEmpty()) {
            out.append(FindingsText.write(result, style, withUnused));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String label, String text) {
        out.append("  ").append(label).append(ShortNames.printable(text).strip().replace("\n", "\n    ")).append('\n');
    }

    private static String summary(PolicyResult r, TextStyle style) {
        if (!r.problems().isEmpty()) {
            return style.bold(name(r)) + ": " + style.red("not judged");
        }
        return style.bold(name(r)) + ": " + ShortNames.count(r.rules().size(), "rule") + ", " + counts(r) + ": "
                + (r.exitCode() == 0 ? style.green("ok") : style.red("refused"));
    }

    /**
     * {@return {@code 1 mandatory and 2 advisory findings, 3 waived, 4 undecided}; what is zero of the last two is left
     * out}
     *
     * @param r of one stack
     */
    public static String counts(PolicyResult r) {
        return r.mandatory() + " mandatory and " + r.advisory() + " advisory findings"
                + (r.waived() == 0 ? "" : ", " + r.waived() + " waived")
                + (r.undecided().isEmpty() ? "" : ", " + r.undecided().size() + " undecided");
    }

    private static String name(PolicyResult result) {
        return result.stack().isEmpty() ? "resources" : result.stack();
    }
}
