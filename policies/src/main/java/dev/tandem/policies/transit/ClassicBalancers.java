package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/** Classic load balancers speak TLS to callers. */
public final class ClassicBalancers {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:elb/loadBalancer:LoadBalancer", "the listener takes plain text", "(?i)https|ssl", "https or ssl",
                    "lbProtocol", "protocol").inEach("listeners"));

    private ClassicBalancers() {}
}
