package dev.tandem.cost.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A limit for a month's typical cost.
 *
 * @param eur euros a month, more than 0
 */
public record Ceiling(BigDecimal eur) {

    /** The limit for a region unless configured otherwise: 100 euros a month. */
    public static final Ceiling DEFAULT = new Ceiling(BigDecimal.valueOf(100));

    /** From this share of the ceiling on, a verdict advises. */
    public static final BigDecimal ADVICE_SHARE = new BigDecimal("0.80");

    private static final int DEAREST = 5;
    private static final int OPTIONS = 5;

    /** A number with an exponent of a hundred million would be written out, digit by digit, when a total is compared with it. */
    private static final int MOST_PLACES = 100;

    /**
     * @throws IllegalArgumentException when the limit is not above 0, or has more than a hundred places; the message has the
     *     value and an example
     */
    public Ceiling {
        if (eur.signum() <= 0) {
            throw new IllegalArgumentException("ceiling is " + eur
                    + " EUR a month, expected more than 0, for example 100");
        }
        if (Math.abs(eur.scale()) > MOST_PLACES) {
            throw new IllegalArgumentException("ceiling is " + eur
                    + " EUR a month, expected euros with cents, for example 100 or 99.50");
        }
    }

    /** Where a total stands. */
    public enum Standing {
        /** Below 80 % of the ceiling. */
        CLEAR,
        /** From 80 % of the ceiling up to the ceiling itself. */
        NEAR,
        /** Above the ceiling. */
        OVER
    }

    /**
     * What causes a part of the total.
     *
     * @param label owner and resource
     * @param monthly its lines together
     */
    public record Cause(String label, Money monthly) {}

    /**
     * What a ceiling says about a report.
     *
     * @param ceiling the ceiling
     * @param standing where the typical total stands
     * @param totals the report's totals
     * @param dearest the five dearest causes, the dearest first; lines of one resource are added up
     * @param options single changes that save most; empty unless the total is near or over
     * @param overEur how far the total is over the ceiling, 0 when it is not
     */
    public record Verdict(Ceiling ceiling, Standing standing, Totals totals, List<Cause> dearest,
            List<Saving> options, BigDecimal overEur) {

        /** Whether one option alone brings the total under the ceiling. */
        public boolean suffices(Saving option) {
            return option.monthly().eur().compareTo(overEur) >= 0;
        }

        /** Options, largest first, that together bring the total under; all of them when even that is too little. */
        public List<Saving> smallestSet() {
            List<Saving> out = new ArrayList<>();
            BigDecimal left = overEur;
            for (Saving s : options) {
                if (left.signum() > 0) {
                    out.add(s);
                    left = left.subtract(s.monthly().eur());
                }
            }
            return out;
        }
    }

    /** Judges a report by its typical total. A total of exactly the ceiling is not over it. */
    public Verdict judge(CostReport report) {
        BigDecimal total = report.totals().typical().eur();
        Standing standing = total.compareTo(eur) > 0 ? Standing.OVER
                : total.compareTo(eur.multiply(ADVICE_SHARE)) >= 0 ? Standing.NEAR : Standing.CLEAR;
        List<Saving> options = standing == Standing.CLEAR ? List.of() : report.savings().stream().limit(OPTIONS).toList();
        return new Verdict(this, standing, report.totals(), dearest(report), options,
                total.subtract(eur).max(BigDecimal.ZERO));
    }

    private static List<Cause> dearest(CostReport report) {
        Map<String, BigDecimal> usd = new LinkedHashMap<>();
        for (CostLine line : report.lines()) {
            usd.merge(label(line), line.monthlyUsd(), BigDecimal::add);
        }
        return usd.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(DEAREST)
                .map(e -> new Cause(e.getKey(), Money.ofUsd(e.getValue(), report.rate())))
                .toList();
    }

    private static String label(CostLine line) {
        String name = line.resources().size() == 1
                ? line.resources().get(0).substring(line.resources().get(0).lastIndexOf("::") + 2)
                : line.description();
        return line.component() + ": " + name + " (" + line.type() + ", " + line.region() + ")";
    }
}
