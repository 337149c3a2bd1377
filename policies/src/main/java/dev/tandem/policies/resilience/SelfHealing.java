package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.named;
import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.types.First;

/** Target groups ask their targets whether they work, and groups of machines replace those that do not. */
public final class SelfHealing {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            named("aws:lb/targetGroup:TargetGroup", "AWS asks for / and takes any 200 for health", "a healthCheck with a path",
                    "healthCheck[0].path", "healthCheckPath").when("protocol", "HTTPS?"),
            notOff("aws:lb/targetGroup:TargetGroup", "requests go to targets that do not work", "healthCheck[0].enabled",
                    "healthCheckEnabled"),
            on("aws:elb/loadBalancer:LoadBalancer", "requests under way are cut off when a target goes", "connectionDraining",
                    "connectionDrainingPolicy.enabled"),
            matching("aws:autoscaling/group:Group", "a machine whose application hangs is kept", ".*ELB.*", "ELB", "healthCheckType")
                    .onlyIf(p -> !First.nothing(p.at("targetGroupArns")) || !First.nothing(p.at("loadBalancers"))
                            || !First.nothing(p.at("targetGroupARNs"))),
            of("aws:autoscaling/group:Group", "launch configurations get no new features and no new machines",
                    "a launchTemplate or mixedInstancesPolicy", First::nothing, "launchConfiguration", "launchConfigurationName"));

    private SelfHealing() {}
}
