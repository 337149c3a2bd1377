package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.report.PolicyResult.UndecidedRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a report as Markdown for a pull request: the verdict, then findings by rule, each once with its resources;
 * what is waived or undecided is folded. It stays below the 65,536 characters that a comment on GitHub may have: of a
 * rule with many findings only the first are named, and the others counted. Thread-safe.
 *
 * <pre>{@code
 * String comment = MarkdownReport.write(report, Map.of("dev", "12 USD a month\n"), false);
 * }</pre>
 */
@PublicApi
public final class MarkdownReport {

    private static final int RESOURCES_OF_A_RULE = 10;
    private static final int LIMIT = 60_000;

    private MarkdownReport() {}

    /**
     * {@return the whole report with a line break at its end}
     *
     * @param report what to tell
     * @param notes more for a stack, by its name: Markdown that is put after the stack's findings, such as a bill
     * @param withUnused whether rules are listed that no resource concerned
     */
    public static String write(PolicyReport report, Map<String, String> notes, boolean withUnused) {
        StringBuilder out = new StringBuilder("### ").append(Markdown.text(report.tool())).append(": ")
                .append(report.exitCode() == 0 ? "ok" : "refused").append("\n\n");
        for (PolicyResult r : report.results()) {
            out.append("- **").append(Markdown.text(name(r))).append("**: ").append(verdict(r)).append('\n');
        }
        for (PolicyResult r : report.results()) {
            String body = body(r, withUnused) + notes.getOrDefault(r.stack(), "");
            if (!body.isBlank()) {
                out.append("\n#### ").append(Markdown.text(name(r))).append("\n\n").append(body);
            }
        }
        return out.length() <= LIMIT ? out.toString() : cut(out.toString());
    }

    private static String verdict(PolicyResult r) {
        return r.problems().isEmpty()
                ? TextReport.counts(r) + ": " + (r.exitCode() == 0 ? "ok" : "refused")
                : "not judged";
    }

    private static String body(PolicyResult r, boolean withUnused) {
        StringBuilder out = new StringBuilder();
        r.problems().forEach(p -> out.append("> **error:** ").append(Markdown.line(p)).append("\n\n"));
        r.gaps().forEach(g -> out.append("> **not judged:** ").append(Markdown.line(g)).append("\n\n"));
        Map<String, List<ReportedFinding>> byRule = new LinkedHashMap<>();
        r.findings().stream().filter(f -> !f.isWaived())
                .forEach(f -> byRule.computeIfAbsent(f.rule() + f.refuses(), k -> new ArrayList<>()).add(f));
        byRule.values().forEach(all -> rule(out, r, all));
        List<String> waived = r.findings().stream().filter(ReportedFinding::isWaived)
                .map(f -> Markdown.code(f.id()) + " " + Markdown.code(ShortNames.resource(f.urn())) + ": "
                        + Markdown.line(f.waived().orElse("")))
                .toList();
        Markdown.folded(out, r.waived() + " waived", waived);
        List<String> undecided = r.undecided().stream().map(MarkdownReport::undecided).toList();
        Markdown.folded(out, undecided.size() + " undecided before the deployment", undecided);
        if (withUnused) {
            List<String> unused = r.unused().stream()
                    .map(u -> Markdown.code(u.id()) + " " + Markdown.line(u.summary())).toList();
            Markdown.folded(out, ShortNames.count(unused.size(), "rule") + " without a resource", unused);
        }
        return out.toString();
    }

    private static void rule(StringBuilder out, PolicyResult r, List<ReportedFinding> findings) {
        ReportedFinding first = findings.get(0);
        out.append("- **").append(Labels.standing(first)).append("** ").append(Markdown.code(first.rule()))
                .append(first.severity().map(s -> " (" + Labels.of(s) + ")").orElse(""))
                .append(' ').append(Markdown.line(first.summary())).append('\n');
        Set<String> fixes = new TreeSet<>();
        for (ReportedFinding f : findings.subList(0, Math.min(findings.size(), RESOURCES_OF_A_RULE))) {
            String at = f.path().isEmpty() ? "" : " at " + Markdown.code(f.path());
            String where = r.location(f.urn()).filter(l -> l.line().isPresent())
                    .map(l -> ", " + Markdown.code(l.toString())).orElse("");
            String what = f.message().isEmpty() || f.message().equals(f.summary()) ? "" : ": " + Markdown.line(f.message());
            out.append("  - ").append(Markdown.code(ShortNames.resource(f.urn()))).append(at).append(where).append(what)
                    .append('\n');
        }
        if (findings.size() > RESOURCES_OF_A_RULE) {
            out.append("  - and ").append(findings.size() - RESOURCES_OF_A_RULE).append(" more, see the JSON report\n");
        }
        findings.stream().map(ReportedFinding::fix).filter(f -> !f.isEmpty()).forEach(fixes::add);
        fixes.forEach(fix -> out.append("  - fix: ").append(Markdown.line(fix)).append('\n'));
    }

    private static String undecided(UndecidedRule u) {
        return Markdown.code(u.rule()) + " " + Markdown.code(ShortNames.resource(u.urn())) + ": "
                + Markdown.line(String.join("; ", u.places()));
    }

    /** Cuts at a line's end; a fold that is open then is closed. */
    private static String cut(String text) {
        String kept = text.substring(0, text.lastIndexOf('\n', LIMIT) + 1);
        boolean open = kept.lastIndexOf("<details>") > kept.lastIndexOf("</details>");
        return kept + (open ? "\n</details>\n" : "") + "\nCut here, because a comment can hold no more; the JSON report is whole.\n";
    }

    private static String name(PolicyResult result) {
        return result.stack().isEmpty() ? "resources" : result.stack();
    }
}
