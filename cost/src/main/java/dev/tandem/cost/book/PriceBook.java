package dev.tandem.cost.book;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All figures, looked up by item and region. Immutable and thread-safe; {@link PriceBookReader} makes it. */
public final class PriceBook {

    private final Map<ItemKey, Map<Region, Price>> prices;
    private final List<ExchangeRate> rates;

    PriceBook(Collection<Price> prices, Collection<ExchangeRate> rates) {
        Map<ItemKey, Map<Region, Price>> byKey = new LinkedHashMap<>();
        prices.forEach(p -> byKey.computeIfAbsent(p.key(), k -> new LinkedHashMap<>()).put(p.region(), p));
        this.prices = byKey;
        this.rates = rates.stream().sorted(Comparator.comparing(ExchangeRate::date).reversed()).toList();
    }

    /** The book that ships with Tandem. */
    public static PriceBook bundled() {
        return Bundled.BOOK;
    }

    /** The price in the region, else the global one; empty when the book has neither. */
    public Optional<Price> find(ItemKey key, Region region) {
        Map<Region, Price> byRegion = prices.getOrDefault(key, Map.of());
        return Optional.ofNullable(byRegion.getOrDefault(region, byRegion.get(Region.GLOBAL)));
    }

    /** Every price, in the book's order. */
    public List<Price> all() {
        return prices.values().stream().flatMap(m -> m.values().stream()).toList();
    }

    /** Rates in the book, newest first; never empty. */
    public List<ExchangeRate> exchangeRates() {
        return rates;
    }

    /** The rate to use when the configuration has none. */
    public ExchangeRate newestRate() {
        return rates.get(0);
    }

    private static final class Bundled {
        private static final PriceBook BOOK = PriceBookReader.readBundled();
    }
}
