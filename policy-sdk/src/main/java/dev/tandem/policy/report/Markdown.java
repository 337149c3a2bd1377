package dev.tandem.policy.report;

import java.util.List;

/** Text that must not be taken for Markdown, HTML or the name of somebody who is to be notified. */
final class Markdown {

    private static final String SPECIAL = "\\`*_{}[]<>#|~&";

    private Markdown() {}

    /** Text with everything escaped that Markdown would read; an {@code @} is parted from the name behind it. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (char c : ShortNames.printable(text).toCharArray()) {
            if (c == '<') {
                out.append("&lt;");
            } else if (c == '&') {
                out.append("&amp;");
            } else if (c == '@') {
                out.append("@\u200b");
            } else {
                out.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return out.toString();
    }

    /** As {@link #text}, with line breaks as {@code <br>}, so that it stays within a list's item. */
    static String line(String text) {
        return text(text.strip()).replaceAll("\\s*\n\\s*", "<br>");
    }

    /** A code span; more back ticks around it than within. */
    static String code(String text) {
        String one = ShortNames.printable(text).replaceAll("\\s+", " ");
        String fence = "`";
        while (one.contains(fence)) {
            fence += "`";
        }
        return fence.length() == 1 ? "`" + one + "`" : fence + " " + one + " " + fence;
    }

    /** A list behind a summary; nothing when the list is empty. */
    static void folded(StringBuilder out, String summary, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.append("\n<details><summary>").append(summary).append("</summary>\n\n");
        lines.forEach(l -> out.append("- ").append(l).append('\n'));
        out.append("\n</details>\n");
    }
}
