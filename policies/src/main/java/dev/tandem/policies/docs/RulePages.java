package dev.tandem.policies.docs;

import dev.tandem.policies.catalogue.Catalogue;
import dev.tandem.policy.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code docs/rules}: a page for each rule and an index. */
public final class RulePages {

    /** What to run after a change of the catalogue or a side file. */
    public static final String COMMAND = "policies/rule-pages";

    private RulePages() {}

    /**
     * Writes all pages.
     *
     * @param args the folder to write to
     * @throws IOException when a page cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("found " + args.length + " arguments, expected one: the folder for the pages, such as docs/rules");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
    }

    /**
     * File name to content.
     *
     * @throws IllegalStateException when a rule has no side file; the message names it
     */
    public static Map<String, String> pages() {
        Map<String, String> out = new LinkedHashMap<>();
        List<Rule> rules = Catalogue.rules();
        out.put("README.md", index(rules));
        for (Rule rule : rules) {
            SideFile side = SideFile.of(rule.id()).orElseThrow(() -> new IllegalStateException("rule " + rule.id()
                    + " has no side file, expected src/main/resources/dev/tandem/policies/rules/" + rule.id() + ".md"));
            out.put(rule.id() + ".md", RulePage.of(rule, side));
        }
        return out;
    }

    private static String index(List<Rule> rules) {
        StringBuilder out = new StringBuilder("# Rules of the pack eu-compliance\n\n").append(rules.size())
                .append(" rules. A page says why the rule exists, shows a plan that violates it and one that passes, and"
                        + " how to fix. Both examples run as tests.\n\n"
                        + "| rule | says | level | severity | controls |\n|---|---|---|---|---|\n");
        for (Rule rule : rules) {
            String controls = RulePage.controls(rule).entrySet().stream()
                    .map(e -> e.getKey().replaceAll(" \\S+$", "") + " " + e.getValue())
                    .collect(Collectors.joining("; "));
            out.append("| [").append(rule.id()).append("](").append(rule.id()).append(".md) | ").append(rule.summary())
                    .append(" | ").append(RulePage.level(rule)).append(" | ").append(RulePage.severity(rule))
                    .append(" | ").append(controls).append(" |\n");
        }
        return out.append("\n---\nGenerated; regenerate with `").append(COMMAND).append("`.\n").toString();
    }
}
