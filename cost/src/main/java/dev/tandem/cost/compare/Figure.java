package dev.tandem.cost.compare;

import dev.tandem.cost.report.CostLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a bill, as far as it is compared.
 *
 * @param region where it is charged
 * @param component who owns it
 * @param what description, with its own numbers
 * @param eur euros a month, to a hundredth of a cent as reports have it
 */
public record Figure(String region, String component, String what, BigDecimal eur) {

    private static final Pattern NUMBER = Pattern.compile("(?<= )\\d+(\\.\\d+)?(?= )");

    /** The lines of a bill. */
    public static List<Figure> of(List<CostLine> lines) {
        return lines.stream().map(l -> new Figure(l.region().code(), l.component().toString(), l.description(),
                l.monthlyEur().setScale(4, RoundingMode.HALF_UP))).toList();
    }

    /** What stays the same when only a number of the description changes, such as that of running tasks. */
    String identity() {
        return region + "\n" + component + "\n" + NUMBER.matcher(what).replaceAll("#");
    }
}
