package dev.tandem.preview.html;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes HTML; every text is escaped on its way in. Not thread-safe. */
final class Html {

    private final StringBuilder out = new StringBuilder();
    private final Map<String, String> sections = new LinkedHashMap<>();

    /** Notes a section, for whoever leads to it. */
    void begins(String id, String title) {
        sections.put(id, title);
    }

    /** Titles of the sections by id, in their order. */
    Map<String, String> sections() {
        return sections;
    }

    /** Markup that is ours, as it is. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** A text of whatever origin. */
    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /**
     * An element with a text.
     *
     * @param tag with attributes, if any, such as {@code span class="port"}
     */
    Html element(String tag, String text) {
        int end = tag.indexOf(' ');
        out.append('<').append(tag).append('>').append(escape(text)).append("</").append(end < 0 ? tag : tag.substring(0, end))
                .append('>');
        return this;
    }

    /** A cell of a table. */
    Html cell(String text) {
        return element("td", text);
    }

    /** A cell with a number. */
    Html number(String text) {
        return element("td class=\"num\"", text);
    }

    /** The head of a table: column titles; those that start with {@code #} are of numbers. */
    Html head(String... titles) {
        raw("<thead><tr>");
        for (String title : titles) {
            boolean number = title.startsWith("#");
            element(number ? "th scope=\"col\" class=\"num\"" : "th scope=\"col\"", number ? title.substring(1) : title);
        }
        return raw("</tr></thead>");
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    // Controls, and halves of surrogate pairs, are not allowed in HTML at all.
                    boolean allowed = c == '\n' || c == '\t' || (c >= 0x20 && (c < 0x7f || c > 0x9f) && (c < 0xd800 || c > 0xdfff));
                    safe.appendCodePoint(allowed ? c : 0xfffd);
                }
            }
        });
        return safe.toString();
    }

    /** An id for anchors: letters, digits and hyphens of the text. */
    static String id(String text) {
        return text.replaceAll("[^A-Za-z0-9]+", "-");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
