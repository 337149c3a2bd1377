package dev.tandem.policies.container;

import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policy.model.Property;
import java.util.List;

/** A deployment that fails stops and goes back. */
public final class DeploymentBreaker {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:ecs/service:Service", "a failing deployment goes on and on", "deploymentCircuitBreaker[0].enable",
                    "deploymentConfiguration.deploymentCircuitBreaker.enable").onlyIf(DeploymentBreaker::rolls),
            on("aws:ecs/service:Service", "a failed deployment is not rolled back", "deploymentCircuitBreaker[0].rollback",
                    "deploymentConfiguration.deploymentCircuitBreaker.rollback").onlyIf(DeploymentBreaker::rolls),
            on("aws:ecs/service:Service", "no alarm ends a failing deployment", "alarms[0].enable",
                    "deploymentConfiguration.alarms.enable").onlyIf(DeploymentBreaker::shifts),
            on("aws:ecs/service:Service", "a failed deployment is not rolled back", "alarms[0].rollback",
                    "deploymentConfiguration.alarms.rollback").onlyIf(DeploymentBreaker::shifts));

    private DeploymentBreaker() {}

    /** Rolling updates have a circuit breaker; where requests move between two revisions, alarms are the only brake. */
    private static boolean shifts(Property service) {
        return List.of("BLUE_GREEN", "CANARY", "LINEAR").contains(strategy(service));
    }

    private static String strategy(Property service) {
        return service.at("deploymentConfiguration[0].strategy").stringOr("ROLLING");
    }

    /** CodeDeploy and external controllers have brakes of their own; daemons roll without one. */
    private static boolean rolls(Property service) {
        return !shifts(service) && service.at("deploymentController[0].type").stringOr("ECS").equals("ECS")
                && !service.at("schedulingStrategy").is("DAEMON");
    }
}
