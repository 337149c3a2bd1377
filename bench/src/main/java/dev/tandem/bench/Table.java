package dev.tandem.bench;

import java.util.Locale;

/** A Markdown table on standard output: medians, and in brackets the least and the most. */
final class Table {

    void head() {
        System.out.println("| | ours | Node | ours / Node |\n|---|---:|---:|---:|");
    }

    void row(String what, Samples ours, Samples node) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %.2f |%n", what, text(ours), text(node), ours.median() / node.median());
    }

    void row(String what, Samples ours) {
        System.out.printf(Locale.ROOT, "| %s | %s | | |%n", what, text(ours));
    }

    private static String text(Samples s) {
        return s.least() == s.most()
                ? number(s.median())
                : number(s.median()) + " (" + number(s.least()) + "-" + number(s.most()) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }
}
