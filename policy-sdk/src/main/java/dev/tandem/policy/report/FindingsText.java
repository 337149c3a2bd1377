package dev.tandem.policy.report;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.report.PolicyResult.UndecidedRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Findings by rule with how to fix them, then what is waived, and what could not be decided yet. Thread-safe.
 *
 * <pre>{@code
 * System.out.print(FindingsText.write(result, TextStyle.PLAIN, false));
 * }</pre>
 */
@PublicApi
public final class FindingsText {

    private FindingsText() {}

    /**
     * {@return the text, each part headed; empty when there is nothing to say}
     *
     * @param found what to tell; control characters in it are replaced
     * @param style with colours or without
     * @param withUnused whether rules are listed that no resource concerned
     */
    public static String write(PolicyResult found, TextStyle style, boolean withUnused) {
        PolicyResult result = found.cleaned(ShortNames::printable);
        StringBuilder out = new StringBuilder();
        List<ReportedFinding> open = result.findings().stream().filter(f -> !f.isWaived()).toList();
        if (!open.isEmpty()) {
            head(out, "Findings", result.mandatory() + " mandatory, " + result.advisory() + " advisory", style);
            by(open, f -> f.rule() + f.refuses()).values().forEach(all -> rule(out, result, all, style));
        }
        List<ReportedFinding> waived = result.findings().stream().filter(ReportedFinding::isWaived).toList();
        if (!waived.isEmpty()) {
            head(out, "Waived", "does not stop the deployment", style);
            waived.forEach(f -> waived(out, f));
        }
        if (!result.undecided().isEmpty()) {
            head(out, "Undecided", "known only after the deployment", style);
            by(result.undecided(), UndecidedRule::rule).values().forEach(all -> undecided(out, all));
        }
        if (withUnused && !result.unused().isEmpty()) {
            head(out, "Unused rules", "no resource concerned them", style);
            result.unused().forEach(r -> out.append("  ").append(r.id()).append("  ").append(r.summary()).append('\n'));
        }
        return out.toString();
    }

    private static void head(StringBuilder out, String title, String more, TextStyle style) {
        out.append('\n').append(style.bold(title)).append("  ").append(more).append('\n');
    }

    private static void rule(StringBuilder out, PolicyResult result, List<ReportedFinding> findings, TextStyle style) {
        ReportedFinding first = findings.get(0);
        out.append("  ").append(first.refuses() ? style.red("mandatory") : style.yellow("advisory"));
        out.append("  ").append(style.bold(first.rule()));
        first.severity().ifPresent(s -> out.append(" [").append(Labels.of(s)).append("]"));
        out.append("  ").append(first.summary()).append('\n');
        Set<String> fixes = new TreeSet<>();
        for (ReportedFinding f : findings) {
            out.append("    ").append(ShortNames.resource(f.urn()));
            out.append(f.path().isEmpty() ? "" : "  at " + f.path()).append('\n');
            if (!f.message().isEmpty() && !f.message().equals(f.summary())) {
                f.message().lines().forEach(line -> out.append("      ").append(line).append('\n'));
            }
            String where = result.location(f.urn()).filter(l -> l.line().isPresent()).map(l -> "  " + l).orElse("");
            out.append("      ").append(style.faint(ShortNames.printable(f.urn()) + where)).append('\n');
            if (!f.fix().isEmpty()) {
                fixes.add(f.fix());
            }
        }
        fixes.forEach(fix -> out.append("    fix: ").append(fix.replace("\n", "\n         ")).append('\n'));
    }

    private static void waived(StringBuilder out, ReportedFinding f) {
        out.append("  ").append(f.id()).append("  ").append(ShortNames.resource(f.urn())).append(": ")
                .append(f.waived().orElse("")).append('\n');
    }

    private static void undecided(StringBuilder out, List<UndecidedRule> all) {
        UndecidedRule first = all.get(0);
        out.append("  ").append(first.rule()).append("  ").append(ShortNames.resource(first.urn()));
        out.append(first.places().isEmpty() ? "" : ": " + first.places().get(0));
        out.append(all.size() == 1 ? "" : ", and " + ShortNames.count(all.size() - 1L, "more resource")).append('\n');
    }

    private static <T> Map<String, List<T>> by(Collection<T> items, Function<T, String> key) {
        Map<String, List<T>> out = new LinkedHashMap<>();
        items.forEach(i -> out.computeIfAbsent(key.apply(i), k -> new ArrayList<>()).add(i));
        return out;
    }
}
