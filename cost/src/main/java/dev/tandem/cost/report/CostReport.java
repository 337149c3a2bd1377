package dev.tandem.cost.report;

import dev.tandem.cost.book.ExchangeRate;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.plan.Component;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a plan costs a month. Immutable; amounts are unrounded.
 *
 * @param rate euro rate that all amounts use
 * @param usageOrigin file of the usage assumptions, or a phrase that says that defaults were taken
 * @param lines every cost, in the order of the pricers
 * @param notPriced what may cost money and has no price here; never silently zero
 * @param free types that are known to cost nothing by themselves
 * @param savings changes that would make it cheaper, the largest first
 * @param doubtful figures in use that are old or unverified
 */
public record CostReport(ExchangeRate rate, String usageOrigin, List<CostLine> lines, List<NotPriced> notPriced,
        List<FreeOfCharge> free, List<Saving> savings, List<DoubtfulPrice> doubtful) {

    public CostReport {
        lines = List.copyOf(lines);
        notPriced = List.copyOf(notPriced);
        free = List.copyOf(free);
        savings = List.copyOf(savings);
        doubtful = List.copyOf(doubtful);
    }

    /** All lines. */
    public Totals totals() {
        return totals(lines);
    }

    /** By region, in alphabetical order. */
    public Map<Region, Totals> byRegion() {
        return group(CostLine::region);
    }

    /** By owning component, in alphabetical order. */
    public Map<Component, Totals> byComponent() {
        return group(CostLine::component);
    }

    /** Types that are not priced, each once, in alphabetical order. */
    public List<String> notPricedTypes() {
        return notPriced.stream().map(NotPriced::type).distinct().sorted().toList();
    }

    private <K> Map<K, Totals> group(Function<CostLine, K> by) {
        Map<K, Totals> out = new TreeMap<>();
        lines.stream().collect(Collectors.groupingBy(by)).forEach((k, v) -> out.put(k, totals(v)));
        return out;
    }

    private Totals totals(Collection<CostLine> some) {
        return new Totals(sum(some, CostLine::monthly), sum(some, CostLine::worstCase),
                sum(some, CostLine::atMaximum));
    }

    private Money sum(Collection<CostLine> some, Function<CostLine, Money> amount) {
        return Money.ofUsd(some.stream().map(amount).map(Money::usd).reduce(BigDecimal.ZERO, BigDecimal::add), rate);
    }
}
