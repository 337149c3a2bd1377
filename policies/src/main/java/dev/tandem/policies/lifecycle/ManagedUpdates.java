package dev.tandem.policies.lifecycle;

import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;
import dev.tandem.policy.model.Property;

/** Elastic Beanstalk updates its platforms by itself, and hands its logs over before machines vanish. */
public final class ManagedUpdates {

    private static final String ENVIRONMENT = "aws:elasticbeanstalk/environment:Environment";
    private static final String TEMPLATE = "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate";
    private static final String STAYS = "security fixes of the platform wait until somebody remembers them";
    private static final String LOST = "logs vanish with their machine";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            option(ENVIRONMENT, STAYS, "ManagedActionsEnabled"), option(TEMPLATE, STAYS, "ManagedActionsEnabled"),
            option(ENVIRONMENT, LOST, "StreamLogs"), option(TEMPLATE, LOST, "StreamLogs"));

    private ManagedUpdates() {}

    private static Demand option(String type, String wrong, String name) {
        return of(type, wrong, name + " true", settings -> on(settings, name), "settings", "optionSettings");
    }

    private static boolean on(Property settings, String name) {
        for (Property setting : settings.items()) {
            if (setting.at("name").stringOr(setting.at("optionName").stringOr("")).equals(name)) {
                return setting.at("value").boolOr(false);
            }
        }
        return false;
    }
}
