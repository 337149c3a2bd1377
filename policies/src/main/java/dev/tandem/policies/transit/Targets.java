package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/** Load balancers speak TLS to their targets. */
public final class Targets {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:lb/targetGroup:TargetGroup", "the balancer speaks plain HTTP to its targets", "(?!HTTP$).*", "HTTPS",
                    "protocol"));

    private Targets() {}
}
