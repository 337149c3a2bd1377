package dev.tandem.cost;

import dev.tandem.cost.book.ExchangeRate;
import dev.tandem.cost.book.Price;
import dev.tandem.cost.book.PriceBook;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.plan.FargateService;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.pricer.Allowances;
import dev.tandem.cost.pricer.Bill;
import dev.tandem.cost.pricer.FreeTypes;
import dev.tandem.cost.pricer.PricerTable;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.report.DoubtfulPrice;
import dev.tandem.cost.report.FreeOfCharge;
import dev.tandem.cost.report.Saving;
import dev.tandem.cost.usage.UsageAssumptions;
import dev.tandem.cost.usage.UsageCheck;
import dev.tandem.policy.model.Resource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns planned resources into a month's bill. Stateless and thread-safe. */
public final class Estimator {

    private Estimator() {}

    /**
     * The bill as of today (UTC), which decides only which figures count as old.
     *
     * @see #estimate(List, Region, UsageAssumptions, ExchangeRate, PriceBook, LocalDate)
     */
    public static CostReport estimate(List<Resource> planned, Region fallback, UsageAssumptions usage,
            ExchangeRate rate, PriceBook book) {
        return estimate(planned, fallback, usage, rate, book, LocalDate.now(ZoneOffset.UTC));
    }

    /**
     * The bill of a plan. It never fails for what a resource holds: unknown, secret and mistyped values lead to an
     * assumption that its line states; a type without a price is listed as not priced.
     *
     * @param planned resources of one stack with parents and property dependencies
     * @param fallback region of resources whose provider does not say one
     * @param usage quantities that the plan does not say
     * @param rate US dollars for a euro
     * @param book prices
     * @param today day that the age of figures is counted to
     * @throws dev.tandem.cost.usage.UsageException when the usage names a service or a resource that the plan does not
     *     have, or a quantity of a resource whose cost does not depend on it
     */
    public static CostReport estimate(List<Resource> planned, Region fallback, UsageAssumptions usage,
            ExchangeRate rate, PriceBook book, LocalDate today) {
        Plan plan = new Plan(planned, fallback);
        UsageCheck.names(usage, FargateService.names(plan), plan.managed());
        Bill bill = new Bill(plan, usage, rate, book);
        PricerTable.price(plan, bill);
        UsageCheck.allUsed(usage, bill.used(), plan.managed());
        if (usage.freeAllowances()) {
            Allowances.apply(bill);
        }
        return new CostReport(rate, usage.origin(), bill.lines(), bill.notPriced(), free(plan),
                bill.savings().stream()
                        .sorted(Comparator.comparing((Saving s) -> s.monthly().usd()).reversed()
                                .thenComparing(Saving::action))
                        .toList(),
                doubtful(bill, today));
    }

    private static List<FreeOfCharge> free(Plan plan) {
        Map<String, Long> counts = plan.managed().stream()
                .map(plan::typeOf)
                .filter(t -> FreeTypes.reason(t).isPresent())
                .collect(Collectors.groupingBy(t -> t, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> new FreeOfCharge(e.getKey(), e.getValue().intValue(),
                        FreeTypes.reason(e.getKey()).orElseThrow()))
                .toList();
    }

    /** Free items are left out: that something costs nothing is not what makes a plan dearer than shown. */
    private static List<DoubtfulPrice> doubtful(Bill bill, LocalDate today) {
        return bill.pricesUsed().stream()
                .filter(p -> p.usd().signum() > 0)
                .map(p -> DoubtfulPrice.of(p, today, bill.spentOn(p)))
                .filter(d -> d.stale() || d.unverified())
                .sorted(Comparator.comparing((DoubtfulPrice d) -> d.monthly().usd()).reversed()
                        .thenComparing((DoubtfulPrice d) -> d.price().key().toString())
                        .thenComparing(d -> d.price().region()))
                .toList();
    }
}
