package dev.tandem.preview.html;

import dev.tandem.policy.report.ShortNames;
import dev.tandem.preview.report.StackReport;
import dev.tandem.preview.report.StackReport.PlannedResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The plan as a list in a list: components open and close, what is in them is beneath. */
final class PlanTree {

    private PlanTree() {}

    static void write(Html html, StackReport stack) {
        Map<String, List<PlannedResource>> children = new HashMap<>();
        for (PlannedResource r : stack.resources()) {
            children.computeIfAbsent(r.parent(), k -> new ArrayList<>()).add(r);
        }
        children.values().forEach(list -> list.sort(Comparator.comparing(PlannedResource::urn)));
        html.raw("<details><summary>").text(stack.stack() + ": " + ShortNames.count(stack.managed(), "resource")).raw("</summary>");
        below(html, "", children);
        html.raw("</details>");
    }

    private static void below(Html html, String parent, Map<String, List<PlannedResource>> children) {
        html.raw("<ul class=\"tree\">");
        for (PlannedResource r : children.getOrDefault(parent, List.of())) {
            html.raw("<li>");
            boolean leaf = !children.containsKey(r.urn());
            html.raw(leaf ? "" : "<details open><summary>").element("b", r.name()).raw(" ").element("span class=\"type\"", ShortNames.type(r.type()));
            if (!leaf) {
                html.raw("</summary>");
                below(html, r.urn(), children);
                html.raw("</details>");
            }
            html.raw("</li>");
        }
        html.raw("</ul>");
    }
}
