package dev.tandem.policies.audit;

import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;

/** Airflow writes all five of its logs, and Elastic Beanstalk reports health in full. */
public final class WorkflowLogs {

    private static final String ENVIRONMENT = "aws:mwaa/environment:Environment";
    private static final String LOST = "what the workflows did leaves no trace";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            log("dagProcessingLogs"), log("schedulerLogs"), log("taskLogs"), log("webserverLogs"), log("workerLogs"),
            beanstalk("aws:elasticbeanstalk/environment:Environment", "settings", "optionSettings"),
            beanstalk("aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate", "settings", "optionSettings"));

    private WorkflowLogs() {}

    private static Demand log(String name) {
        return on(ENVIRONMENT, LOST, "loggingConfiguration[0]." + name + "[0].enabled");
    }

    private static Demand beanstalk(String type, String... paths) {
        return Demand.of(type, "only basic health is reported", "HealthStreamingEnabled or SystemType enhanced",
                settings -> settings.items().stream().anyMatch(s -> s.at("value").stringOr("").equalsIgnoreCase("enhanced")
                        && s.at("name").stringOr(s.at("optionName").stringOr("")).equals("SystemType")
                        || s.at("value").stringOr("").equalsIgnoreCase("true") && s.at("name").stringOr("").equals("HealthStreamingEnabled")), paths);
    }
}
