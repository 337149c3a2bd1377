package dev.tandem.cost.pricer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.report.CostReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** After a deployment a provider returns empty strings, empty lists and zeros for what was not set. */
class DeployedShapesTest {

    @Test
    void emptyValuesCostTheSameAsAbsentOnes() {
        Planned before = Planned.in("eu-central-1")
                .add("aws:lb/loadBalancer:LoadBalancer", "lb", Map.of("subnets", List.of("a", "b")))
                .add("aws:cloudwatch/metricAlarm:MetricAlarm", "m", Map.of("metricQueries",
                        List.of(Map.of("id", "a", "metric", Map.of("period", 60)))))
                .add("aws:cloudwatch/metricAlarm:MetricAlarm", "p", Map.of("period", 60))
                .add("aws:route53/zone:Zone", "z", Map.of())
                .add("aws:cloudtrail/trail:Trail", "t", Map.of())
                .add("aws:ecs/service:Service", "s", Map.of("desiredCount", 1, "launchType", "FARGATE"));
        Planned after = Planned.in("eu-central-1")
                .add("aws:lb/loadBalancer:LoadBalancer", "lb", Map.of("subnets", List.of("a", "b"), "subnetMappings",
                        List.of(Map.of("subnetId", "a", "allocationId", ""), Map.of("subnetId", "b",
                                "allocationId", ""))))
                .add("aws:cloudwatch/metricAlarm:MetricAlarm", "m", Map.of("period", 0, "thresholdMetricId", "",
                        "metricQueries", List.of(Map.of("id", "a", "metric", Map.of("period", 60)))))
                .add("aws:cloudwatch/metricAlarm:MetricAlarm", "p", Map.of("period", 60, "metricQueries", List.of(),
                        "thresholdMetricId", ""))
                .add("aws:route53/zone:Zone", "z", Map.of("vpcs", List.of()))
                .add("aws:cloudtrail/trail:Trail", "t", Map.of("eventSelectors", List.of(Map.of("dataResources",
                        List.of())), "advancedEventSelectors", List.of(), "insightSelectors", List.of()))
                .add("aws:ecs/service:Service", "s", Map.of("desiredCount", 1, "launchType", "FARGATE",
                        "capacityProviderStrategies", List.of()));

        assertThat(lines(Costs.of(after))).containsExactlyElementsOf(lines(Costs.of(before))).hasSizeGreaterThan(12);
    }

    private static List<String> lines(CostReport report) {
        return report.lines().stream().map(l -> l.description() + " = " + l.monthlyUsd().stripTrailingZeros()).toList();
    }
}
