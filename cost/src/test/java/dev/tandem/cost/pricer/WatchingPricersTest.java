package dev.tandem.cost.pricer;

import static dev.tandem.cost.Costs.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.Planned.TaskShape;
import dev.tandem.cost.report.CostLine;
import dev.tandem.cost.report.CostReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchingPricersTest {

    private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

    @Test
    void chargesAlarmsByTheirMetrics() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add(ALARM, "plain", Map.of("period", 60))
                .add(ALARM, "fast", Map.of("period", 10))
                .add(ALARM, "ratio", Map.of("metricQueries", List.of(Map.of("id", "e", "expression", "a/b"),
                        Map.of("id", "a", "metric", Map.of("period", 60)), Map.of("id", "b", "metric", Map.of()))))
                .add(ALARM, "odd", Map.of("thresholdMetricId", "ad", "metricQueries",
                        List.of(Map.of("id", "m", "metric", Map.of()))))
                .add("aws:cloudwatch/compositeAlarm:CompositeAlarm", "gate", Map.of()));

        assertThat(line(report, "alarm plain").monthlyUsd()).isEqualByComparingTo("0.1");
        assertThat(line(report, "alarm fast, high resolution").monthlyUsd()).isEqualByComparingTo("0.3");
        assertThat(line(report, "alarm ratio").monthlyUsd()).isEqualByComparingTo("0.2");
        assertThat(line(report, "alarm odd").monthlyUsd()).isEqualByComparingTo("0.3");
        assertThat(line(report, "composite alarm gate").monthlyUsd()).isEqualByComparingTo("0.5");
    }

    @Test
    void derivesTwoAlarmsFromATargetTrackingPolicy() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add("aws:appautoscaling/policy:Policy", "cpu", Map.of("policyType", "TargetTrackingScaling"))
                .add("aws:appautoscaling/policy:Policy", "step", Map.of("policyType", "StepScaling")));

        assertThat(report.totals().typical().usd()).isEqualByComparingTo("0.2");
        assertThat(line(report, "alarms of scaling policy cpu").assumption())
                .isEqualTo("no resource of their own: one alarm to scale out, one to scale in");
    }

    @Test
    void chargesDashboardsAndContainerInsights() {
        CostReport report = Costs.of(Planned.in("eu-west-1")
                .add("aws:cloudwatch/dashboard:Dashboard", "main", Map.of())
                .add("aws:ecs/cluster:Cluster", "on", Map.of("settings",
                        List.of(Map.of("name", "containerInsights", "value", "enabled"))))
                .add("aws:ecs/cluster:Cluster", "off", Map.of("settings",
                        List.of(Map.of("name", "containerInsights", "value", "disabled")))));

        // 3 USD, and 30 metrics x 0.30 USD.
        assertThat(line(report, "dashboard main").monthlyUsd()).isEqualByComparingTo("3");
        assertThat(line(report, "Container Insights, enabled").monthlyUsd()).isEqualByComparingTo("9");
    }

    @Test
    void derivesMetricsAndTracesFromServices() {
        CostReport report = Costs.of(Planned.in("eu-central-1").component("tandem:service:MeshService", "auth")
                        .service("auth", TaskShape.SMALL, 1, List.of(Planned.share("FARGATE", 0, 1))),
                "tracing: {sampledPercent: 10}\nservices: {auth: {metrics: {perService: 6}}}");

        // 6 x 0.30; 1 x 0.30; 500,000 x 10 % x 5 USD a million = 0.25 USD.
        assertThat(line(report, "custom metrics that auth emits").monthlyUsd()).isEqualByComparingTo("1.8");
        assertThat(line(report, "custom metrics of the region").monthlyUsd()).isEqualByComparingTo("0.3");
        assertThat(line(report, "traces of auth").monthlyUsd()).isEqualByComparingTo("0.25");
    }

    /** Other namespaces' metrics are in the usage: {@code metrics.regional}. */
    @Test
    void chargesMetricsThatFunctionsWriteByTheirAlarms() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add(ALARM, "guard-quotas-zone-records", Map.of("namespace", "Tandem/Quotas", "metricName", "PercentUsed"))
                .add(ALARM, "guard-tasks", Map.of("namespace", "Tandem/Cost", "metricName", "TasksUsdAnHour"))
                .add(ALARM, "takeover", Map.of("namespace", "Tandem/Failover", "metricName", "TakeoverRequested")));

        assertThat(line(report, "custom metric of alarm guard-quotas-zone-records").monthlyUsd()).isEqualByComparingTo("0.3");
        assertThat(line(report, "custom metric of alarm guard-quotas-zone-records").assumption())
                .isEqualTo("no resource of its own: a function writes it to Tandem/Quotas");
        assertThat(line(report, "custom metric of alarm guard-tasks").monthlyUsd()).isEqualByComparingTo("0.3");
        // Three alarms and two metrics.
        assertThat(report.totals().typical().usd()).isEqualByComparingTo("0.9");
    }

    @Test
    void chargesLogsByClass() {
        String group = "aws:cloudwatch/logGroup:LogGroup";
        CostReport standard = Costs.of(Planned.in("eu-central-1").add(group, "a",
                Map.of("retentionInDays", 30)));
        CostReport both = Costs.of(Planned.in("eu-central-1").add(group, "a", Map.of("retentionInDays", 30))
                .add(group, "b", Map.of("logGroupClass", "INFREQUENT_ACCESS", "retentionInDays", 30))
                .add("aws:ec2/flowLog:FlowLog", "vpc", Map.of()));

        // 1.2 x 0.63 = 0.756; 0.6 x 0.63 = 0.378, in the cheaper class 0.189; 1.8 x 0.0324 = 0.05832;
        // 0.5 GB of flow logs x 0.63 = 0.315 USD.
        assertThat(standard.totals().typical().usd()).isEqualByComparingTo("1.19232");
        assertThat(both.totals().typical().usd()).isEqualByComparingTo("1.31832");
        assertThat(line(standard, "log ingest of access logs").assumption())
                .contains("no log group is of the Infrequent Access class");
    }

    @Test
    void keepsLogsAsLongAsThePlanSays() {
        String group = "aws:cloudwatch/logGroup:LogGroup";
        CostReport report = Costs.of(Planned.in("eu-central-1").add(group, "a", Map.of("retentionInDays", 90))
                .add(group, "b", Map.of("retentionInDays", 30)), "logs: {standardGb: 3, infrequentGb: 0}");
        CostReport forever = Costs.of(Planned.in("eu-central-1").add(group, "a", Map.of()),
                "logs: {standardGb: 3, infrequentGb: 0}");

        // 3 GB a month, kept 60 days in the mean: 6 GB x 0.0324; for ever: 3 x 365 / 30 = 36.5 GB x 0.0324.
        assertThat(kept(report).monthlyUsd()).isEqualByComparingTo("0.1944");
        assertThat(kept(report).assumption()).endsWith("kept for 60 days");
        assertThat(Costs.round(kept(forever).monthlyUsd(), 4)).isEqualByComparingTo("1.1826");
        assertThat(kept(forever).assumption()).contains("a keeps its logs for ever: one year's counted");
    }

    private static CostLine kept(CostReport report) {
        return report.lines().stream().filter(l -> l.description().equals("logs kept")).findFirst().orElseThrow();
    }
}
