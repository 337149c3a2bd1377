package dev.tandem.policies.docs;

import dev.tandem.policy.rule.Control;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page of one rule in Markdown: the catalogue's entry and the side file together. */
public final class RulePage {

    private RulePage() {}

    /** The whole page, ending in a line break. */
    public static String of(Rule rule, SideFile side) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(rule.id()).append("\n\n").append(rule.summary()).append(".\n\n");
        out.append("| | |\n|---|---|\n");
        row(out, "Level", level(rule));
        row(out, "Severity", severity(rule));
        row(out, "Looks at", subjects(rule));
        if (!rule.oldIds().isEmpty()) {
            row(out, "Formerly", String.join(", ", rule.oldIds()));
        }
        controls(rule).forEach((framework, references) -> row(out, framework, references));
        out.append("\n## Why\n\n").append(side.why()).append("\n");
        section(out, "Violates", side.violates());
        section(out, "Passes", side.passes());
        out.append("\n## How to fix\n\n").append(rule.remediationText()).append("\n");
        if (rule.remediation().isPresent()) {
            out.append("\nThe rule can mend this itself. A stack asks for it in its file, with `eu-compliance:remediate: [")
                    .append(rule.id()).append("]`.\n");
        }
        configuration(out, rule);
        out.append("\n---\nGenerated from the catalogue and the rule's side file; regenerate with `")
                .append(RulePages.COMMAND).append("`.\n");
        return out.toString();
    }

    static String level(Rule rule) {
        return rule.level().map(EnforcementLevel::configName).orElse("the pack's default");
    }

    static String severity(Rule rule) {
        return rule.severity().map(Severity::name).orElse("unspecified").toLowerCase(Locale.ROOT);
    }

    static Map<String, String> controls(Rule rule) {
        Map<String, List<Control>> byFramework = rule.controls().stream()
                .collect(Collectors.groupingBy(
                        c -> (c.framework() + " " + c.version()).trim(), LinkedHashMap::new, Collectors.toList()));
        Map<String, String> out = new LinkedHashMap<>();
        byFramework.forEach((framework, controls) -> out.put(
                framework, controls.stream().map(Control::reference).collect(Collectors.joining(", "))));
        return out;
    }

    private static String subjects(Rule rule) {
        if (rule.kind() == Rule.Kind.STACK) {
            return "the whole stack, as a graph";
        }
        return rule.types().isEmpty()
                ? "every resource"
                : new TreeSet<>(rule.types()).stream().map(t -> "`" + t + "`").collect(Collectors.joining("<br>"));
    }

    private static void row(StringBuilder out, String name, String value) {
        out.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    private static void section(StringBuilder out, String heading, String yaml) {
        out.append("\n## ").append(heading).append("\n\n```yaml\n").append(yaml).append("\n```\n");
    }

    private static void configuration(StringBuilder out, Rule rule) {
        if (rule.configSchema().isEmpty()) {
            return;
        }
        out.append("\n## Configuration\n\n| property | type | meaning |\n|---|---|---|\n");
        new java.util.TreeMap<>(rule.configSchema()).forEach((name, schema) -> {
            Map<?, ?> fields = (Map<?, ?>) schema;
            out.append("| `").append(name).append("` | ").append(fields.get("type")).append(" | ")
                    .append(fields.get("description")).append(" |\n");
        });
        out.append("\nThe rule's own configuration comes first, then `eu-compliance:<property>` of the stack's file, then its\n`<project>:<property>`.\n");
    }
}
