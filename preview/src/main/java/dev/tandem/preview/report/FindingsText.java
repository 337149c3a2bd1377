package dev.tandem.preview.report;

import dev.tandem.preview.report.StackReport.Finding;
import dev.tandem.preview.report.StackReport.Undecided;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Findings by rule with how to fix them, and what could not be decided yet. */
final class FindingsText {

    private FindingsText() {}

    static String write(StackReport stack, Style style) {
        StringBuilder out = new StringBuilder();
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        stack.findings().forEach(f -> byRule.computeIfAbsent(f.rule(), k -> new ArrayList<>()).add(f));
        if (!byRule.isEmpty()) {
            long advisory = stack.findings().size() - stack.mandatory();
            out.append('\n').append(style.bold("Findings")).append("  ")
                    .append(stack.mandatory()).append(" mandatory, ").append(advisory).append(" advisory\n");
        }
        byRule.forEach((rule, findings) -> rule(out, rule, findings, style));
        if (!stack.undecided().isEmpty()) {
            undecided(out, stack.undecided(), style);
        }
        return out.toString();
    }

    private static void rule(StringBuilder out, String rule, List<Finding> findings, Style style) {
        Finding first = findings.get(0);
        String level = first.mandatory() ? style.red("mandatory") : style.yellow("advisory");
        out.append("  ").append(level).append("  ").append(style.bold(rule));
        if (!first.severity().isEmpty()) {
            out.append(" [").append(first.severity()).append("]");
        }
        out.append("  ").append(first.summary()).append('\n');
        Set<String> fixes = new TreeSet<>();
        for (Finding f : findings) {
            out.append("    ").append(Names.resource(f.urn()));
            out.append(f.path().isEmpty() ? "" : "  at " + f.path()).append('\n');
            if (!f.message().isEmpty() && !f.message().equals(f.summary())) {
                f.message().lines().forEach(line -> out.append("      ").append(line).append('\n'));
            }
            out.append("      ").append(style.faint(f.urn())).append('\n');
            if (!f.fix().isEmpty()) {
                fixes.add(f.fix());
            }
        }
        fixes.forEach(fix -> out.append("    fix: ").append(fix.replace("\n", "\n         ")).append('\n'));
    }

    private static void undecided(StringBuilder out, List<Undecided> undecided, Style style) {
        Map<String, List<Undecided>> byRule = new LinkedHashMap<>();
        undecided.forEach(u -> byRule.computeIfAbsent(u.rule(), k -> new ArrayList<>()).add(u));
        out.append('\n').append(style.bold("Undecided")).append("  known only after the deployment\n");
        byRule.forEach((rule, all) -> {
            Undecided first = all.get(0);
            out.append("  ").append(rule).append("  ").append(Names.resource(first.urn()));
            out.append(first.places().isEmpty() ? "" : ": " + first.places().get(0));
            out.append(all.size() == 1 ? "" : ", and " + Names.count(all.size() - 1L, "more resource")).append('\n');
        });
    }
}
