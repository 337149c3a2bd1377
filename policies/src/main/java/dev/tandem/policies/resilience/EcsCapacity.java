package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import java.util.Locale;

/** A critical service keeps a task that is not on Spot. */
public final class EcsCapacity {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            of("aws:ecs/service:Service", "AWS may stop every task of this critical service at once",
                    "a base or weight on FARGATE besides FARGATE_SPOT",
                    p -> p.items().isEmpty() || p.items().stream().anyMatch(EcsCapacity::lasts),
                    "capacityProviderStrategies", "capacityProviderStrategy").onlyIf(EcsCapacity::critical),
            of("aws:autoscaling/group:Group", "AWS may stop every instance of this critical group at once",
                    "onDemandBaseCapacity or onDemandPercentageAboveBaseCapacity above 0",
                    p -> p.isMissing() || p.at("onDemandBaseCapacity").integerOr(0) > 0
                            || p.at("onDemandPercentageAboveBaseCapacity").integerOr(100) > 0,
                    "mixedInstancesPolicy[0].instancesDistribution[0]").onlyIf(EcsCapacity::critical));

    private EcsCapacity() {}

    static boolean lasts(Property share) {
        return !share.at("capacityProvider").stringOr("").toUpperCase(Locale.ROOT).contains("SPOT")
                && (share.at("base").integerOr(0) > 0 || share.at("weight").integerOr(1) > 0);
    }

    /** Says so itself, by a tag {@code criticality} of {@code critical} or {@code high}. */
    private static boolean critical(Property resource) {
        Property tags = resource.at("tags");
        if (tags.value().orElse(null) instanceof Value.Fields) {
            return tags.entries().entrySet().stream().anyMatch(t -> says(t.getKey(), t.getValue().stringOr("")));
        }
        return tags.items().stream().anyMatch(t -> says(t.at("key").stringOr(""), t.at("value").stringOr("")));
    }

    private static boolean says(String tag, String value) {
        return tag.toLowerCase(Locale.ROOT).endsWith("criticality") && value.matches("(?i)critical|high");
    }
}
