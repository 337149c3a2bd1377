package dev.tandem.cost.report;

import dev.tandem.cost.book.AsOf;
import dev.tandem.cost.book.Confidence;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.plan.Component;
import java.math.BigDecimal;
import java.util.List;

/**
 * One line of a month's bill. Immutable; amounts are unrounded.
 *
 * @param component the outermost component that owns the resources
 * @param resources URNs of the resources that cause the cost
 * @param type their type, after normalisation
 * @param description what is charged, in words
 * @param quantity how much of the unit, a month
 * @param unit a single unit, for example {@code vCPU-hour}
 * @param unitPriceUsd US dollars for one unit
 * @param monthly quantity times unit price
 * @param worstCase the same with Spot at the on-demand price
 * @param atMaximum the worst case with autoscaling at its maximum
 * @param region where it is charged
 * @param source where the price was seen
 * @param asOf date of that source, the later one when it was confirmed
 * @param confidence how far to rely on the price
 * @param assumption what is assumed about the quantity; empty when the plan says it itself
 */
public record CostLine(Component component, List<String> resources, String type, String description,
        BigDecimal quantity, String unit, BigDecimal unitPriceUsd, Money monthly, Money worstCase, Money atMaximum,
        Region region, String source, AsOf asOf, Confidence confidence, String assumption) {

    public CostLine {
        resources = List.copyOf(resources);
    }

    public BigDecimal monthlyUsd() {
        return monthly.usd();
    }

    public BigDecimal monthlyEur() {
        return monthly.eur();
    }
}
