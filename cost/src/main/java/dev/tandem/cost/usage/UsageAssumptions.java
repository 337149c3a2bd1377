package dev.tandem.cost.usage;

import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final List<ResourceUsage> resources;

    UsageAssumptions(String origin, boolean freeAllowances, Map<Meter, BigDecimal> region,
            Map<String, Map<Meter, BigDecimal>> services, List<ResourceUsage> resources) {
        this.origin = origin;
        this.freeAllowances = freeAllowances;
        this.region = region.isEmpty() ? Map.of() : new EnumMap<>(region);
        this.services = new TreeMap<>(services);
        this.resources = List.copyOf(resources);
    }

    /** The defaults alone, no free allowances. */
    public static UsageAssumptions defaults() {
        return new UsageAssumptions("defaults", false, Map.of(), Map.of(), List.of());
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

    /** What the file says of this resource alone; empty when the resource shares the region's quantity. */
    public Optional<Amount> ofResource(Resource resource, Meter meter) {
        return resources.stream().filter(r -> r.names(resource) && r.quantities().containsKey(meter)).findFirst()
                .map(r -> amount(meter, r.quantities().get(meter), UsageReader.RESOURCES + "." + r.reference() + "."));
    }

    /** Services that the file has quantities of their own for. */
    public Set<String> services() {
        return services.keySet();
    }

    /** What the file says of single resources. */
    public List<ResourceUsage> resources() {
        return resources;
    }

    /**
     * The same with other quantities, which count more than the file's.
     *
     * @param forRegion by meter
     * @param forServices by service and meter
     * @param toldBy who says so, for the origin
     */
    public UsageAssumptions with(Map<Meter, BigDecimal> forRegion, Map<String, Map<Meter, BigDecimal>> forServices,
            String toldBy) {
        if (forRegion.isEmpty() && forServices.isEmpty()) {
            return this;
        }
        Map<Meter, BigDecimal> mergedRegion = merged(region, forRegion);
        Map<String, Map<Meter, BigDecimal>> mergedServices = new TreeMap<>(services);
        // A change for every service also holds for those that the file sets apart.
        mergedServices.replaceAll((name, meters) -> merged(meters, forRegion, meters.keySet()));
        forServices.forEach((name, meters) ->
                mergedServices.merge(name, meters, (before, after) -> merged(before, after)));
        return new UsageAssumptions(origin + ", " + toldBy, freeAllowances, mergedRegion, mergedServices, resources);
    }

    private static Map<Meter, BigDecimal> merged(Map<Meter, BigDecimal> before, Map<Meter, BigDecimal> after) {
        return merged(before, after, after.keySet());
    }

    private static Map<Meter, BigDecimal> merged(Map<Meter, BigDecimal> before, Map<Meter, BigDecimal> after,
            Set<Meter> which) {
        Map<Meter, BigDecimal> out = new EnumMap<>(Meter.class);
        out.putAll(before);
        after.forEach((m, v) -> {
            if (which.contains(m)) {
                out.put(m, v);
            }
        });
        return out;
    }

    private Amount amount(Meter meter, BigDecimal value, String prefix) {
        BigDecimal used = value == null ? meter.standard() : value;
        return new Amount(used, prefix + meter.path() + " = " + used.toPlainString() + " " + meter.unit() + " ("
                + (value == null ? "default" : origin) + ")");
    }
}
