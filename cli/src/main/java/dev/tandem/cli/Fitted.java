package dev.tandem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text for a terminal of so many columns. A line that is too long goes on below, indented by two more; a row of a table keeps its amounts
 * at the right edge, and what stands before them goes on below it. A word that is longer than the terminal stays whole, so that a URN
 * can be copied. Pure.
 */
final class Fitted {

    /** Fewer columns are taken as so many: nothing could be read in them. */
    static final int LEAST = 40;

    private static final int MORE = 2;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[\\d+m");
    private static final String AMOUNT = "[-+]?\\d+\\.\\d\\d";
    private static final Pattern ROW = Pattern.compile("(|.*?\\S)\\s{2,}(" + AMOUNT + "(?:\\s+" + AMOUNT + ")*)");
    private static final Pattern HEAD = Pattern.compile("(\\s*EUR a month)\\s{2,}(before\\s+after\\s+change)");

    private Fitted() {}

    /** The text in lines of at most so many columns, but for longer words. */
    static String to(String text, int columns) {
        int width = Math.max(LEAST, columns);
        return text.lines().map(line -> line(line, width)).collect(Collectors.joining("\n")) + (text.endsWith("\n") ? "\n" : "");
    }

    private static String line(String line, int width) {
        if (columns(line) <= width) {
            return line;
        }
        for (Pattern form : List.of(HEAD, ROW)) {
            Matcher row = form.matcher(line);
            if (row.matches()) {
                return row(row.group(1), row.group(2).replaceAll("\\s+", "  "), width);
            }
        }
        return String.join("\n", wrapped(line, width));
    }

    /** Amounts stand beside the first line of what they are for. */
    private static String row(String text, String amounts, int width) {
        List<String> lines = wrapped(text.replaceAll("(?<=\\S)\\s{2,}", "  "), width - amounts.length() - MORE);
        String first = lines.get(0);
        lines.set(0, first + " ".repeat(Math.max(MORE, width - columns(first) - amounts.length())) + amounts);
        return String.join("\n", lines);
    }

    private static List<String> wrapped(String line, int width) {
        int indent = line.length() - line.stripLeading().length();
        String follow = " ".repeat(Math.min(indent + MORE, width / 2));
        List<String> lines = new ArrayList<>();
        StringBuilder now = new StringBuilder(line.substring(0, indent));
        boolean empty = true;
        for (String word : line.substring(indent).split("(?<=\\S)(?=\\s)")) {
            if (!empty && columns(now) + columns(word) > width) {
                lines.add(now.toString());
                now = new StringBuilder(follow).append(word.strip());
            } else {
                now.append(word);
            }
            empty = false;
        }
        lines.add(now.toString());
        return lines;
    }

    private static int columns(CharSequence text) {
        return COLOUR.matcher(text).replaceAll("").length();
    }
}
