package dev.tandem.cost.compare;

import dev.tandem.cost.report.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Differences as a table for people: EUR a month before, after, and the change. */
public final class ChangeText {

    private static final int WIDTH = 74;

    private ChangeText() {}

    /** All stacks of two reports. */
    public static String write(List<StackChange> stacks) {
        StringBuilder out = new StringBuilder();
        for (StackChange s : stacks) {
            out.append(out.isEmpty() ? "" : "\n").append(s.stack()).append(s.before().isEmpty() ? ", only in the second report"
                    : s.after().isEmpty() ? ", only in the first report" : "").append('\n');
            out.append(table(s.differences()));
            out.append(row("  typical", s.monthlyBefore(), s.monthlyAfter()));
            out.append(row("  worst case", s.before().map(Reported::worstCaseEur).orElse(BigDecimal.ZERO),
                    s.after().map(Reported::worstCaseEur).orElse(BigDecimal.ZERO)));
            s.over().ifPresent(eur -> out.append("  EUR ").append(cents(eur)).append(" over the ceiling of EUR ")
                    .append(cents(s.after().orElseThrow().ceilingEur())).append('\n'));
        }
        return out.toString();
    }

    /** Lines that differ, with a head; one sentence when none does. */
    public static String table(List<Difference> differences) {
        if (differences.isEmpty()) {
            return "  no line differs\n";
        }
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "  %-" + (WIDTH - 2) + "s%10s%10s%10s%n",
                "EUR a month", "before", "after", "change").replace("\r\n", "\n"));
        List<Difference> shown = differences.stream().filter(d -> Money.cents(d.change()).signum() != 0).toList();
        shown.forEach(d -> out.append(row("  " + d.component() + ": " + d.what(), d.before(), d.after())));
        List<Difference> small = differences.stream().filter(d -> !shown.contains(d)).toList();
        if (!small.isEmpty()) {
            out.append(row("  " + small.size() + " line(s) that differ by less than a cent",
                    small.stream().map(Difference::before).reduce(BigDecimal.ZERO, BigDecimal::add),
                    small.stream().map(Difference::after).reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        return out.toString();
    }

    private static String row(String text, BigDecimal before, BigDecimal after) {
        BigDecimal change = Money.cents(after.subtract(before));
        String room = text.length() < WIDTH ? text : text + "\n";
        int pad = text.length() < WIDTH ? WIDTH - text.length() : WIDTH;
        return room + " ".repeat(pad) + String.format(Locale.ROOT, "%10s%10s%10s", cents(before), cents(after),
                (change.signum() > 0 ? "+" : "") + change.toPlainString()) + "\n";
    }

    private static String cents(BigDecimal eur) {
        return Money.cents(eur).toPlainString();
    }
}
