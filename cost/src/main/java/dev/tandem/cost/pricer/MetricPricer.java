package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.FargateService;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Metrics and traces that running services emit, and Container Insights: none has a resource of its own. */
final class MetricPricer implements Pricer {

    private static final String CLUSTER = "aws:ecs/cluster:Cluster";
    private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

    /** Of metrics that a stack has only together with an alarm on each. */
    private static final Set<String> BY_ALARM = Set.of("Tandem/Cost", "Tandem/Quotas");

    @Override
    public Set<String> types() {
        return Set.of(CLUSTER);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        Map<String, Resource> services = new LinkedHashMap<>();
        for (Resource s : plan.ofType(FargateService.TYPE)) {
            services.putIfAbsent(FargateService.nameOf(plan, s) + "@" + plan.region(s), s);
        }
        for (Resource s : services.values()) {
            String name = FargateService.nameOf(plan, s);
            bill.charge(Items.CLOUDWATCH_METRIC, s).quantity(bill.usage(name, Meter.SERVICE_METRICS))
                    .add("custom metrics that " + name + " emits");
            var percent = bill.usage(Meter.TRACED_PERCENT);
            bill.charge(Items.XRAY_RECORDED, s)
                    .quantity(bill.usage(name, Meter.EDGE_REQUESTS).times(percent.value().movePointLeft(2))
                            .noting(percent.notes()))
                    .add("traces of " + name);
        }
        bill.metered(Items.CLOUDWATCH_METRIC, plan.ofType(FargateService.TYPE), Meter.REGIONAL_METRICS,
                "custom metrics of the region");
        byAlarm(bill, plan);
        insights(bill, plan, "enabled", Items.CLOUDWATCH_INSIGHTS);
        insights(bill, plan, "enhanced", Items.CLOUDWATCH_INSIGHTS_ENHANCED);
    }

    /** What functions count while a stack asks for it: no usage can know that, the alarms do. */
    private static void byAlarm(Bill bill, Plan plan) {
        for (Resource alarm : plan.ofType(ALARM)) {
            Plan.text(alarm.get("namespace")).filter(BY_ALARM::contains).ifPresent(namespace ->
                    bill.charge(Items.CLOUDWATCH_METRIC, alarm)
                            .noting("no resource of its own: a function writes it to " + namespace)
                            .add("custom metric of alarm " + alarm.name()));
        }
    }

    private static void insights(Bill bill, Plan plan, String level, dev.tandem.cost.book.ItemKey item) {
        List<Resource> clusters = plan.ofType(CLUSTER).stream().filter(c -> Plan.items(c.get("settings")).stream()
                .anyMatch(s -> isInsights(s, level))).toList();
        bill.metered(item, clusters, Meter.INSIGHTS_METRICS, "Container Insights, " + level);
    }

    private static boolean isInsights(Property setting, String level) {
        return Plan.text(setting.at("name")).filter("containerInsights"::equals).isPresent()
                && Plan.text(setting.at("value")).filter(level::equals).isPresent();
    }
}
