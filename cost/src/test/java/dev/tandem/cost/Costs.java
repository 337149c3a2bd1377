package dev.tandem.cost;

import dev.tandem.cost.book.ExchangeRate;
import dev.tandem.cost.book.PriceBook;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.report.CostLine;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.usage.UsageAssumptions;
import dev.tandem.cost.usage.UsageReader;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Estimates with the book that ships, on one day, and picks lines. */
public final class Costs {

    public static final Region CENTRAL = new Region("eu-central-1");
    public static final Region WEST = new Region("eu-west-1");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    public static final ExchangeRate RATE = new ExchangeRate(new BigDecimal("1.1186"), LocalDate.of(2026, 10, 8), "test");

    private Costs() {}

    public static CostReport of(Planned plan) {
        return of(plan.resources(), CENTRAL, UsageAssumptions.defaults());
    }

    public static CostReport of(Planned plan, String usageYaml) {
        return of(plan.resources(), CENTRAL, UsageReader.read(usageYaml, "usage/test.yaml"));
    }

    public static CostReport of(List<Resource> plan, Region fallback, UsageAssumptions usage) {
        return Estimator.estimate(plan, fallback, usage, RATE, PriceBook.bundled(), TODAY);
    }

    /** The only line whose description has this text. */
    public static CostLine line(CostReport report, String text) {
        List<CostLine> found = report.lines().stream().filter(l -> l.description().contains(text)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " lines with \"" + text + "\" among "
                    + report.lines().stream().map(CostLine::description).toList());
        }
        return found.get(0);
    }

    /** US dollars of some lines, to the hundredth of a cent. */
    public static BigDecimal usd(CostReport report, Predicate<CostLine> which) {
        return round(report.lines().stream().filter(which).map(CostLine::monthlyUsd)
                .reduce(BigDecimal.ZERO, BigDecimal::add), 4);
    }

    public static BigDecimal round(BigDecimal amount, int digits) {
        return amount.setScale(digits, RoundingMode.HALF_UP);
    }
}
