package dev.tandem.cost.pricer;

import dev.tandem.cost.book.ExchangeRate;
import dev.tandem.cost.book.ItemKey;
import dev.tandem.cost.book.Price;
import dev.tandem.cost.book.PriceBook;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.report.CostLine;
import dev.tandem.cost.report.Money;
import dev.tandem.cost.report.NotPriced;
import dev.tandem.cost.report.Saving;
import dev.tandem.cost.usage.Amount;
import dev.tandem.cost.usage.Meter;
import dev.tandem.cost.usage.UsageAssumptions;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The bill that pricers write. Not thread-safe; one per estimate. */
public final class Bill {

    /** Hours that AWS counts in a month. */
    public static final BigDecimal HOURS = BigDecimal.valueOf(730);

    /** Seconds in such a month. */
    public static final BigDecimal SECONDS = HOURS.multiply(BigDecimal.valueOf(3600));

    private final Plan plan;
    private final UsageAssumptions usage;
    private final ExchangeRate rate;
    private final PriceBook book;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Saving> savings = new ArrayList<>();
    private final Map<String, Set<Meter>> used = new HashMap<>();
    private final Map<String, Set<String>> missing = new LinkedHashMap<>();

    /** A line and the figure that it uses. */
    record Entry(CostLine line, Price price) {}

    public Bill(Plan plan, UsageAssumptions usage, ExchangeRate rate, PriceBook book) {
        this.plan = plan;
        this.usage = usage;
        this.rate = rate;
        this.book = book;
    }

    /** Starts a line that one resource causes. */
    Charge charge(ItemKey item, Resource resource) {
        return new Charge(this, item, List.of(resource));
    }

    /** Starts a line that resources of one region cause together. */
    Charge charge(ItemKey item, List<Resource> resources) {
        return new Charge(this, item, resources);
    }

    /**
     * A region's usage, spread over all these resources: one line for each region that has any. A resource with a
     * quantity of its own gets a line of its own.
     */
    void metered(ItemKey item, List<Resource> resources, Meter meter, String description) {
        List<Resource> shared = new ArrayList<>();
        for (Resource r : resources) {
            own(r, meter).ifPresentOrElse(q -> charge(item, r).quantity(q).add(description + " of " + r.name()),
                    () -> shared.add(r));
        }
        byRegion(shared).forEach((region, some) -> charge(item, some).quantity(usage(meter)).add(description));
    }

    /** The quantity that the usage file has for this resource alone. */
    Optional<Quantity> own(Resource resource, Meter meter) {
        used.computeIfAbsent(resource.urn(), k -> new TreeSet<>()).add(meter);
        return usage.ofResource(resource, meter).map(Bill::quantity);
    }

    /** The quantity of this resource alone, else that of the region. */
    Quantity usage(Resource resource, Meter meter) {
        return own(resource, meter).orElseGet(() -> usage(meter));
    }

    /** URNs and the meters that their lines depend on, as far as a single resource may have a quantity of its own. */
    public Map<String, Set<Meter>> used() {
        return used;
    }

    Map<Region, List<Resource>> byRegion(List<Resource> resources) {
        Map<Region, List<Resource>> out = new TreeMap<>();
        resources.forEach(r -> out.computeIfAbsent(plan.region(r), k -> new ArrayList<>()).add(r));
        return out;
    }

    Quantity usage(Meter meter) {
        return quantity(usage.of(meter));
    }

    Quantity usage(String service, Meter meter) {
        return quantity(usage.ofService(service, meter));
    }

    private static Quantity quantity(Amount amount) {
        return Quantity.of(amount.value()).noting(amount.assumption());
    }

    Optional<Price> price(ItemKey item, Region region) {
        return book.find(item, region);
    }

    Plan plan() {
        return plan;
    }

    void add(CostLine line, Price price) {
        entries.add(new Entry(line, price));
    }

    /** Something that would be cheaper otherwise; nothing when it would not. */
    void saving(String action, BigDecimal usd) {
        if (usd.signum() > 0) {
            savings.add(new Saving(action, money(usd)));
        }
    }

    /** Says that resources have a cost which is not known. */
    void notPriced(List<Resource> resources, String reason) {
        resources.forEach(r -> missing.computeIfAbsent(plan.typeOf(r) + "\n" + reason, k -> new LinkedHashSet<>())
                .add(r.urn()));
    }

    /** The type of a machine or node, or an entry that says there is none; {@code example} is one. */
    Optional<String> machine(Resource r, Property type, String example) {
        Optional<String> known = Plan.text(type);
        if (known.isEmpty()) {
            notPriced(List.of(r), "found no known " + type.path() + "; expected a type such as " + example);
        }
        return known;
    }

    Money money(BigDecimal usd) {
        return Money.ofUsd(usd, rate);
    }

    public List<CostLine> lines() {
        return entries.stream().map(Entry::line).toList();
    }

    List<Entry> entries() {
        return entries;
    }

    public List<Saving> savings() {
        return List.copyOf(savings);
    }

    /** Figures that the lines use. */
    public Set<Price> pricesUsed() {
        return entries.stream().map(Entry::price).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the lines with a figure come to. */
    public Money spentOn(Price price) {
        return money(entries.stream().filter(e -> e.price().equals(price)).map(e -> e.line().monthlyUsd())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    public List<NotPriced> notPriced() {
        List<NotPriced> out = new ArrayList<>();
        missing.forEach((key, urns) -> {
            String[] typeAndReason = key.split("\n", 2);
            out.add(new NotPriced(typeAndReason[0], List.copyOf(urns), typeAndReason[1]));
        });
        return out;
    }
}
