package dev.tandem.preview.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * A month's bill in euros. Immutable; totals are rounded to the cent, lines to a hundredth of a cent.
 *
 * @param monthlyEur typical; the ceiling applies to it
 * @param worstCaseEur with Spot capacity at the on-demand price
 * @param atMaximumEur the worst case with autoscaling at its maximum all month
 * @param ceilingEur what the stack may cost
 * @param usage where the quantities come from that the plan does not say
 * @param savings what would make it cheaper, largest first; empty far below the ceiling
 * @param doubtful figures in use that are old or unverified, in words
 */
public record Cost(BigDecimal monthlyEur, BigDecimal worstCaseEur, BigDecimal atMaximumEur, BigDecimal ceilingEur,
        List<Line> lines, List<NotPriced> notPriced, Rate exchangeRate, String usage, List<Saving> savings,
        List<String> doubtful) {

    public Cost {
        lines = List.copyOf(lines);
        notPriced = List.copyOf(notPriced);
        savings = List.copyOf(savings);
        doubtful = List.copyOf(doubtful);
    }

    /**
     * One charge; quantity of a unit a month.
     *
     * @param source where the price was seen
     * @param asOf when, {@code yyyy}, {@code yyyy-mm} or {@code yyyy-mm-dd}
     * @param confidence how far to rely on the price, as the price book says it
     */
    public record Line(String component, String type, String description, List<String> resources, BigDecimal quantity,
            String unit, BigDecimal unitPriceUsd, BigDecimal monthlyEur, BigDecimal worstCaseEur, String region,
            String source, String asOf, String confidence, String assumption) {}

    /** Something that may cost money and has no price here. */
    public record NotPriced(String type, List<String> resources, String reason) {}

    /** US dollars for one euro, as of a day ({@code yyyy-mm-dd}). */
    public record Rate(BigDecimal usdPerEur, String date, String source) {}

    /** A change and the EUR a month that it saves. */
    public record Saving(String action, BigDecimal monthlyEur) {}
}
