package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.util.List;
import java.util.Set;

/** Alarms, also the two that each target-tracking policy makes, and dashboards. */
final class AlarmPricer implements Pricer {

    private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private static final String COMPOSITE = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    private static final String DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";
    private static final List<String> POLICIES =
            List.of("aws:appautoscaling/policy:Policy", "aws:autoscaling/policy:Policy");

    @Override
    public Set<String> types() {
        return Set.of(ALARM, COMPOSITE, DASHBOARD, POLICIES.get(0), POLICIES.get(1));
    }

    @Override
    public void price(Plan plan, Bill bill) {
        plan.ofType(ALARM).forEach(a -> alarm(bill, a));
        plan.ofType(COMPOSITE).forEach(a -> bill.charge(Items.CLOUDWATCH_ALARM_COMPOSITE, a)
                .add("composite alarm " + a.name()));
        plan.ofType(DASHBOARD).forEach(d -> bill.saving("do without dashboard " + d.name(),
                bill.charge(Items.CLOUDWATCH_DASHBOARD, d).add("dashboard " + d.name())));
        for (String type : POLICIES) {
            plan.ofType(type).stream().filter(AlarmPricer::tracksTarget).forEach(p ->
                    bill.charge(Items.CLOUDWATCH_ALARM, p).quantity(2)
                            .noting("no resource of their own: one alarm to scale out, one to scale in")
                            .add("alarms of scaling policy " + p.name()));
        }
    }

    private static boolean tracksTarget(Resource policy) {
        Property type = policy.get("policyType");
        return type.isUnknown() || Plan.text(type).filter("TargetTrackingScaling"::equals).isPresent();
    }

    /** Metric math is charged for each metric, anomaly detection for three. */
    private static void alarm(Bill bill, Resource alarm) {
        List<Property> queries = Plan.items(alarm.get("metricQueries"));
        long metrics = queries.stream().filter(q -> !q.at("metric").isMissing()).count();
        boolean anomaly = Plan.isSet(alarm.get("thresholdMetricId"));
        Quantity count = Quantity.of(Math.max(1, metrics) * (anomaly ? 3 : 1));
        if (alarm.get("metricQueries").isUnknown()) {
            count = count.noting("metricQueries is not known before the deployment: one metric assumed");
        }
        Quantity seconds = Plan.number(alarm.get("period"), 60, 60);
        for (Property q : queries) {
            Quantity own = Plan.number(q.at("metric[0].period"), 60, 60);
            seconds = seconds.intValue() == 0 || own.value().compareTo(seconds.value()) < 0 ? own : seconds;
        }
        // Providers return 0 for an alarm that takes its periods from its queries.
        boolean fast = seconds.intValue() > 0 && seconds.intValue() < 60;
        bill.charge(fast ? Items.CLOUDWATCH_ALARM_FAST : Items.CLOUDWATCH_ALARM, alarm)
                .quantity(count.noting(seconds.notes()))
                .add("alarm " + alarm.name() + (fast ? ", high resolution" : ""));
    }
}
