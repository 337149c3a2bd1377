package dev.tandem.cost.report;

import java.math.BigDecimal;
import java.util.List;

/** A verdict in words, for a finding: total and ceiling, the dearest causes, what would help. */
public final class CeilingText {

    private CeilingText() {}

    /** One line: both sides, and the worst case. */
    public static String headline(Ceiling.Verdict v) {
        return "EUR " + eur(v.totals().typical()) + " a month, ceiling EUR " + Money.cents(v.ceiling().eur())
                + (v.standing() == Ceiling.Standing.OVER ? ", EUR " + Money.cents(v.overEur()) + " over" : "")
                + " (EUR " + eur(v.totals().worstCase()) + " when no Spot capacity is left, EUR "
                + eur(v.totals().atMaximum()) + " with autoscaling at its maximum too)";
    }

    /** The headline, the five dearest causes and what would bring the total under, one a line. */
    public static String full(Ceiling.Verdict v) {
        StringBuilder out = new StringBuilder(headline(v)).append("\nDearest:");
        v.dearest().forEach(c -> out.append("\n  EUR ").append(eur(c.monthly())).append("  ").append(c.label()));
        if (!v.options().isEmpty()) {
            out.append(v.standing() == Ceiling.Standing.OVER ? "\nWhat would bring it under:" : "\nWhat would save:");
            v.options().forEach(s -> out.append("\n  EUR ").append(eur(s.monthly())).append("  ").append(s.action())
                    .append(enough(v, s)));
        }
        if (v.standing() == Ceiling.Standing.OVER) {
            out.append(together(v));
        }
        return out.toString();
    }

    private static String enough(Ceiling.Verdict v, Saving option) {
        return v.standing() == Ceiling.Standing.OVER && v.suffices(option) ? " (enough alone)" : "";
    }

    private static String together(Ceiling.Verdict v) {
        List<Saving> set = v.smallestSet();
        BigDecimal saved = set.stream().map(s -> s.monthly().eur()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (saved.compareTo(v.overEur()) < 0) {
            return "\nAll of that saves EUR " + Money.cents(saved) + ", which is not enough: remove something, or raise "
                    + "the ceiling";
        }
        return set.size() > 1 ? "\nThe first " + set.size() + " together are enough" : "";
    }

    private static String eur(Money money) {
        return money.eurCents().toPlainString();
    }
}
