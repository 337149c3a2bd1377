package dev.tandem.components.service;

import java.util.List;

/** How much an interruption of one task matters, and so what capacity a service runs on. */
public enum Criticality {
    /** Every task on demand. */
    ALWAYS(List.of(new CapacityShare("FARGATE", 0, 1))),
    /** One task always on demand, all further ones on Spot. */
    CRITICAL(List.of(new CapacityShare("FARGATE", 1, 1), new CapacityShare("FARGATE_SPOT", 0, 99))),
    /** Every task on Spot: two minutes' notice, and none for some minutes when the region has no spare capacity. */
    STANDARD(List.of(new CapacityShare("FARGATE_SPOT", 0, 1)));

    private final List<CapacityShare> strategy;

    Criticality(List<CapacityShare> strategy) {
        this.strategy = strategy;
    }

    /**
     * One item of a capacity provider strategy.
     *
     * <p>A provider of weight 0 gets no task beyond its base, and ECS does not promise the base either; so on demand has
     * weight 1 against 99.
     *
     * @param provider FARGATE or FARGATE_SPOT
     * @param base     tasks that run there before weights count
     * @param weight   share of the remaining tasks
     */
    public record CapacityShare(String provider, int base, int weight) {}

    /** The ECS service's capacity provider strategy. */
    public List<CapacityShare> strategy() {
        return strategy;
    }
}
