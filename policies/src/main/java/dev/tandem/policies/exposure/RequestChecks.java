package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Load balancers drop requests whose headers are malformed, and answer none that two servers would read differently. */
public final class RequestChecks {

    private static final String BALANCER = "aws:lb/loadBalancer:LoadBalancer";
    private static final String SMUGGLED = "a request may be read as two behind the balancer";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on(BALANCER, "malformed headers reach the targets", "dropInvalidHeaderFields")
                    .when("loadBalancerType", "|application").unlessSaid("loadBalancerAttributes", "type"),
            matching(BALANCER, SMUGGLED, "|defensive|strictest", "defensive or strictest", "desyncMitigationMode")
                    .when("loadBalancerType", "|application"),
            matching("aws:elb/loadBalancer:LoadBalancer", SMUGGLED, "|defensive|strictest", "defensive or strictest",
                    "desyncMitigationMode"),
            of(BALANCER, "malformed headers reach the targets", "routing.http.drop_invalid_header_fields.enabled true",
                    attributes -> attributes.items().stream()
                            .filter(a -> a.at("key").is("routing.http.drop_invalid_header_fields.enabled"))
                            .anyMatch(a -> a.at("value").boolOr(false)),
                    "loadBalancerAttributes").when("type", "|application")
                    .onlyIf(p -> !p.at("loadBalancerAttributes").isMissing() || !p.at("type").isMissing()));

    private RequestChecks() {}
}
