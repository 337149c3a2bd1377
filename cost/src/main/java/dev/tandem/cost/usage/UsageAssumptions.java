package dev.tandem.cost.usage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The usage that a stack's costs are computed with: a file's values over the defaults of {@link Meter}. Immutable
 * and thread-safe.
 */
public final class UsageAssumptions {

    private final String origin;
    private final boolean freeAllowances;
    private final Map<Meter, BigDecimal> region;
    private final Map<String, Map<Meter, BigDecimal>> services;

    UsageAssumptions(String origin, boolean freeAllowances, Map<Meter, BigDecimal> region,
            Map<String, Map<Meter, BigDecimal>> services) {
        this.origin = origin;
        this.freeAllowances = freeAllowances;
        this.region = region.isEmpty() ? Map.of() : new EnumMap<>(region);
        this.services = new TreeMap<>(services);
    }

    /** The defaults alone, no free allowances. */
    public static UsageAssumptions defaults() {
        return new UsageAssumptions("defaults", false, Map.of(), Map.of());
    }

    /** The file, or a phrase that says that the defaults were taken. */
    public String origin() {
        return origin;
    }

    /** Whether AWS's monthly free allowances are taken off; they are per account, so other workloads may use them. */
    public boolean freeAllowances() {
        return freeAllowances;
    }

    /** The quantity for the region, or for each service where no service says otherwise. */
    public Amount of(Meter meter) {
        return amount(meter, region.get(meter), "");
    }

    /** The quantity for one service. */
    public Amount ofService(String service, Meter meter) {
        BigDecimal own = services.getOrDefault(service, Map.of()).get(meter);
        return own == null ? of(meter) : amount(meter, own, "services." + service + ".");
    }

    private Amount amount(Meter meter, BigDecimal value, String prefix) {
        BigDecimal used = value == null ? meter.standard() : value;
        return new Amount(used, prefix + meter.path() + " = " + used.toPlainString() + " " + meter.unit() + " ("
                + (value == null ? "default" : origin) + ")");
    }

    /**
     * Refuses a file that names a service which the plan does not have.
     *
     * @param planned names of the plan's services
     * @throws UsageException naming file, key, found, expected and an example
     */
    public void requireServices(Collection<String> planned) {
        List<String> faults = new ArrayList<>();
        List<String> sorted = planned.stream().sorted().toList();
        for (String name : services.keySet()) {
            if (!planned.contains(name)) {
                faults.add(origin + ": services." + name + ": found \"" + name + "\", which is no service of the plan"
                        + DidYouMean.hint(name, planned) + "; expected "
                        + (sorted.isEmpty() ? "no key here, as the plan has no service"
                                : "one of " + String.join(", ", sorted) + "; example: services: {" + sorted.get(0)
                                        + ": {edge: {requests: 700000}}}"));
            }
        }
        if (!faults.isEmpty()) {
            throw new UsageException(faults);
        }
    }
}
