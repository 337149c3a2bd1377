package dev.tandem.preview.report;

import dev.tandem.policy.report.ShortNames;
import dev.tandem.policy.report.TextStyle;
import dev.tandem.preview.report.StackReport.PlannedResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plan as a tree: a line for each component and each resource with children, and below it one line for each type
 * of the other resources, with their names.
 */
final class TreeText {

    private static final int WIDTH = 110;

    private final TextStyle style;
    private final Map<String, List<PlannedResource>> children = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();

    private TreeText(TextStyle style) {
        this.style = style;
    }

    static String write(List<PlannedResource> resources, TextStyle style) {
        TreeText tree = new TreeText(style);
        Optional<PlannedResource> stack =
                resources.stream().filter(r -> r.type().equals("pulumi:pulumi:Stack")).findFirst();
        String root = stack.map(PlannedResource::urn).orElse("");
        // By URN, whatever the order given: programs register concurrently.
        for (PlannedResource r : resources.stream().sorted(Comparator.comparing(PlannedResource::urn)).toList()) {
            boolean top = r.parent().isEmpty() || r.parent().equals(root);
            if (!r.urn().equals(root)) {
                tree.children.computeIfAbsent(top ? "" : r.parent(), k -> new ArrayList<>()).add(r);
            }
        }
        tree.below("", "  ");
        return tree.out.toString();
    }

    private void below(String parent, String indent) {
        List<PlannedResource> all = children.getOrDefault(parent, List.of());
        Map<String, List<String>> leaves = new LinkedHashMap<>();
        for (PlannedResource r : all) {
            if (isLeaf(r)) {
                leaves.computeIfAbsent(ShortNames.type(r.type()), k -> new ArrayList<>()).add(r.name());
            }
        }
        leaves.forEach((type, names) -> names(indent, type, names));
        for (PlannedResource r : all) {
            if (!isLeaf(r)) {
                out.append(indent).append(style.bold(r.name())).append("  ").append(style.faint(ShortNames.type(r.type())));
                out.append('\n');
                below(r.urn(), indent + "  ");
            }
        }
    }

    private boolean isLeaf(PlannedResource r) {
        return !children.containsKey(r.urn()) && (r.managed() || r.type().startsWith("pulumi:"));
    }

    private void names(String indent, String type, List<String> names) {
        String start = indent + type + (names.size() == 1 ? "" : " x" + names.size()) + "  ";
        String follow = indent + "    ";
        StringBuilder line = new StringBuilder(start);
        boolean first = true;
        for (String name : names) {
            if (!first && line.length() + name.length() + 2 > WIDTH) {
                out.append(line.append(',')).append('\n');
                line = new StringBuilder(follow).append(name);
            } else {
                line.append(first ? "" : ", ").append(name);
            }
            first = false;
        }
        out.append(line).append('\n');
    }
}
