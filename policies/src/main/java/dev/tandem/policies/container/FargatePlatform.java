package dev.tandem.policies.container;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/** Fargate services run on a platform version that is kept up to date. */
public final class FargatePlatform {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:ecs/service:Service", "the platform version stays behind", "|LATEST|1\\.4\\.0", "LATEST", "platformVersion")
                    .when("launchType", "FARGATE|"),
            matching("aws:ecs/taskSet:TaskSet", "the platform version stays behind", "|LATEST|1\\.4\\.0", "LATEST", "platformVersion"));

    private FargatePlatform() {}
}
