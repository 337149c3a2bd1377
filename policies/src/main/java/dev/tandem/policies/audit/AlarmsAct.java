package dev.tandem.policies.audit;

import static dev.tandem.policies.demand.Demand.notOff;

import dev.tandem.policies.demand.Demands;

/** Alarms tell somebody, and are not muted. */
public final class AlarmsAct {

    private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private static final String COMPOSITE = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            notOff(ALARM, "the alarm tells nobody", "actionsEnabled"),
            notOff(COMPOSITE, "the alarm tells nobody", "actionsEnabled"));

    private AlarmsAct() {}
}
