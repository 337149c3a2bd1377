package dev.tandem.policies.container;

import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policy.model.Property;

/** A deployment that fails stops and goes back. */
public final class DeploymentBreaker {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:ecs/service:Service", "a failing deployment goes on and on", "deploymentCircuitBreaker[0].enable",
                    "deploymentConfiguration.deploymentCircuitBreaker.enable").onlyIf(DeploymentBreaker::rolls),
            on("aws:ecs/service:Service", "a failed deployment is not rolled back", "deploymentCircuitBreaker[0].rollback",
                    "deploymentConfiguration.deploymentCircuitBreaker.rollback").onlyIf(DeploymentBreaker::rolls));

    private DeploymentBreaker() {}

    /** CodeDeploy and external controllers have brakes of their own; daemons roll without one. */
    private static boolean rolls(Property service) {
        return service.at("deploymentController[0].type").stringOr("ECS").equals("ECS")
                && !service.at("schedulingStrategy").is("DAEMON");
    }
}
