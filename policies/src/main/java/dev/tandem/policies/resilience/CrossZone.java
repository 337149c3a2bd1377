package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Load balancers spread requests over the zones evenly. */
public final class CrossZone {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:lb/loadBalancer:LoadBalancer", "a zone with few targets gets as much as one with many", "enableCrossZoneLoadBalancing")
                    .when("loadBalancerType", "network|gateway"),
            notOff("aws:elb/loadBalancer:LoadBalancer", "a zone with few targets gets as much as one with many",
                    "crossZoneLoadBalancing", "crossZone"));

    private CrossZone() {}
}
