package dev.tandem.policies.audit;

import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Machines and brokers are measured every minute, not every five. */
public final class MachinesMeasured {

    private static final String LATE = "alarms come five minutes late";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:ec2/instance:Instance", LATE, "monitoring").unlessSaid("launchTemplate"),
            on("aws:ec2/launchTemplate:LaunchTemplate", LATE, "monitoring[0].enabled", "launchTemplateData.monitoring.enabled"),
            notOff("aws:ec2/launchConfiguration:LaunchConfiguration", LATE, "enableMonitoring", "instanceMonitoring"),
            on("aws:ec2/spotInstanceRequest:SpotInstanceRequest", LATE, "monitoring"));

    private MachinesMeasured() {}
}
