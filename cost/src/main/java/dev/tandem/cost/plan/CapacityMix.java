package dev.tandem.cost.plan;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a service's tasks are spread over on-demand and Spot capacity: first the bases, then by weight.
 *
 * @param onDemandBase tasks that run on demand before any weight counts
 * @param spotBase tasks that run on Spot before any weight counts
 * @param onDemandWeight share of the others on demand
 * @param spotWeight share of the others on Spot
 * @param notes what was assumed
 */
public record CapacityMix(int onDemandBase, int spotBase, int onDemandWeight, int spotWeight, List<String> notes) {

    private static final String CLUSTER_PROVIDERS = "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders";

    public CapacityMix {
        notes = List.copyOf(notes);
    }

    /** Tasks on demand among {@code count}; the weights' remainder is rounded to on demand, the dearer side. */
    public int onDemand(int count) {
        int based = Math.min(count, onDemandBase);
        int left = Math.max(0, count - onDemandBase - spotBase);
        int weights = onDemandWeight + spotWeight;
        int shared = weights == 0 ? left : (2 * left * onDemandWeight + weights) / (2 * weights);
        return based + shared;
    }

    /** The mix of a service; empty when it does not run on Fargate. */
    static Optional<CapacityMix> of(Plan plan, Resource service) {
        Property own = service.get("capacityProviderStrategies");
        if (own.isUnknown()) {
            return Optional.of(allOnDemand("capacityProviderStrategies is not known before the deployment: "
                    + "everything on demand assumed"));
        }
        if (Plan.isSet(own)) {
            return read(Plan.items(own));
        }
        if (service.get("launchType").isUnknown()) {
            return Optional.of(allOnDemand("launchType is not known before the deployment: FARGATE assumed"));
        }
        Optional<String> launchType = Plan.text(service.get("launchType"));
        if (launchType.isPresent()) {
            return launchType.filter("FARGATE"::equals).map(t -> new CapacityMix(0, 0, 1, 0, List.of()));
        }
        return clusterDefault(plan, service);
    }

    private static Optional<CapacityMix> clusterDefault(Plan plan, Resource service) {
        return plan.referenced(service, "cluster").stream()
                .flatMap(cluster -> plan.referrers(cluster, CLUSTER_PROVIDERS, "clusterName").stream())
                .map(p -> read(Plan.items(p.get("defaultCapacityProviderStrategies"))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static CapacityMix allOnDemand(String note) {
        return new CapacityMix(0, 0, 1, 0, List.of(note));
    }

    private static Optional<CapacityMix> read(List<Property> strategies) {
        int[] base = new int[2];
        int[] weight = new int[2];
        List<String> notes = new ArrayList<>();
        for (Property s : strategies) {
            String provider = Plan.text(s.at("capacityProvider")).orElse("FARGATE");
            if (!provider.startsWith("FARGATE")) {
                return Optional.empty();
            }
            int side = provider.equals("FARGATE_SPOT") ? 1 : 0;
            Quantity b = Plan.number(s.at("base"), 0, 0);
            Quantity w = Plan.number(s.at("weight"), 0, 1);
            notes.addAll(b.notes());
            notes.addAll(w.notes());
            base[side] += b.intValue();
            weight[side] += w.intValue();
        }
        return strategies.isEmpty() ? Optional.empty()
                : Optional.of(new CapacityMix(base[0], base[1], weight[0], weight[1], notes));
    }
}
