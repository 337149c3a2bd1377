package dev.tandem.cost.pricer;

import dev.tandem.cost.book.ItemKey;
import dev.tandem.cost.book.Price;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.report.CostLine;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A line in the making. Ends with {@link #add}; without a price in the book it becomes an entry of not priced. */
final class Charge {

    private final Bill bill;
    private final ItemKey item;
    private final List<Resource> resources;
    private Region region;
    private Quantity quantity = Quantity.of(1);
    private ItemKey worstItem;
    private BigDecimal maximum;

    Charge(Bill bill, ItemKey item, List<Resource> resources) {
        this.bill = bill;
        this.item = item;
        this.resources = resources;
        this.region = bill.plan().region(resources.get(0));
    }

    /** Charged in another region than that of the resource. */
    Charge in(Region other) {
        region = other;
        return this;
    }

    /** How much of the book's single unit, a month. */
    Charge quantity(Quantity q) {
        quantity = q;
        return this;
    }

    Charge quantity(long q) {
        return quantity(Quantity.of(q));
    }

    /** So many things for all hours of the month. */
    Charge always(Quantity things) {
        return quantity(things.times(Bill.HOURS));
    }

    /** The usage of the only resource, else that of the region. */
    Charge metered(Meter meter) {
        return quantity(resources.size() == 1 ? bill.usage(resources.get(0), meter) : bill.usage(meter));
    }

    Charge noting(List<String> notes) {
        quantity = quantity.noting(notes);
        return this;
    }

    Charge noting(String note) {
        return noting(List.of(note));
    }

    /** The item whose price holds in the worst case, when Spot falls back to on demand. */
    Charge worst(ItemKey dearer) {
        worstItem = dearer;
        return this;
    }

    /** The quantity at the maximum of autoscaling. */
    Charge maximum(BigDecimal q) {
        maximum = q;
        return this;
    }

    /** Adds the line; its monthly US dollars, or 0 when the book has no price. */
    BigDecimal add(String description) {
        Optional<Price> price = bill.price(item, region);
        if (price.isEmpty()) {
            bill.notPriced(resources, "the price book has no price of " + item + " in " + region);
            return BigDecimal.ZERO;
        }
        Price p = price.get();
        BigDecimal each = p.perOne();
        BigDecimal worstEach = worstItem == null ? each
                : bill.price(worstItem, region).map(Price::perOne).orElse(each).max(each);
        BigDecimal most = maximum == null ? quantity.value() : maximum.max(quantity.value());
        BigDecimal usd = quantity.value().multiply(each);
        bill.add(new CostLine(bill.plan().component(resources), resources.stream().map(Resource::urn).toList(),
                bill.plan().typeOf(resources.get(0)), description, quantity.value(), p.singleUnit(), each,
                bill.money(usd), bill.money(quantity.value().multiply(worstEach)),
                bill.money(most.multiply(worstEach)), region, p.source(), p.lastSeen(), p.confidence(),
                String.join("; ", quantity.notes())), p);
        return usd;
    }
}
