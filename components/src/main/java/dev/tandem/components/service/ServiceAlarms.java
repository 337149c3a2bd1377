package dev.tandem.components.service;

import com.pulumi.aws.cloudwatch.CompositeAlarm;
import com.pulumi.aws.cloudwatch.CompositeAlarmArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.tandem.components.foundation.FoundationRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A service's alarms, all to the region's topic. */
final class ServiceAlarms {

    private ServiceAlarms() {}

    /** Declares them, and gives back those that gate deployments. */
    static List<Resource> create(
            String name, FoundationRef foundation, MeshServicePlan plan, Optional<ServiceEdge> edge,
            CustomResourceOptions options) {
        List<Resource> gates = new ArrayList<>();
        for (AlarmPlan alarm : plan.alarms()) {
            List<EdgeMetric> sides = alarm.source().behindLoadBalancer()
                    ? EdgeMetric.of(foundation, edge.orElseThrow()) : List.of();
            Output<List<String>> topic = foundation.alarmTopicArn().applyValue(List::of);
            MetricAlarmArgs.Builder args = MetricAlarmArgs.builder()
                    .name(alarm.name(plan.names()))
                    .alarmDescription(alarm.description() + ". Runbook: docs/runbooks/" + alarm.runbook())
                    .comparisonOperator(alarm.above() ? "GreaterThanThreshold" : "LessThanThreshold")
                    .threshold(alarm.threshold())
                    .evaluationPeriods(alarm.periods())
                    .datapointsToAlarm(alarm.datapoints())
                    .treatMissingData(alarm.missingIsFailure() ? "breaching" : "notBreaching")
                    .alarmActions(topic)
                    .okActions(topic)
                    .tags(plan.tags());
            if (alarm.source() == AlarmPlan.Source.ERROR_RATE) {
                args.metricQueries(EdgeQueries.errorRate(alarm, sides));
            } else if (alarm.source() == AlarmPlan.Source.TASKS_ERROR_RATE) {
                args.metricQueries(TaskQueries.errorRate(alarm, foundation.metricsNamespace(), plan.args().name()));
            } else if (sides.size() > 1) {
                args.metricQueries(EdgeQueries.both(alarm, sides));
            } else {
                args.namespace(namespace(alarm.source()))
                        .metricName(alarm.metric())
                        .period(alarm.periodSeconds())
                        .dimensions(sides.isEmpty() ? dimensions(foundation, plan, alarm) : sides.get(0).dimensions());
                if (alarm.percentile()) {
                    args.extendedStatistic(alarm.statistic());
                } else {
                    args.statistic(alarm.statistic());
                }
            }
            MetricAlarm made = new MetricAlarm(name + "-alarm-" + alarm.key(), args.build(), options);
            if (alarm.gatesDeployments()) {
                gates.add(made);
            }
        }
        gate(name, foundation, plan, gates, options);
        return gates;
    }

    /** Physical names of the alarms that gate deployments. */
    static List<String> gateNames(MeshServicePlan plan) {
        return plan.alarms().stream()
                .filter(AlarmPlan::gatesDeployments)
                .map(alarm -> alarm.name(plan.names()))
                .toList();
    }

    /** One alarm that a pipeline asks: may this service be deployed, may this version go on? */
    private static void gate(
            String name, FoundationRef foundation, MeshServicePlan plan, List<Resource> gates, CustomResourceOptions options) {
        new CompositeAlarm(name + "-gate", CompositeAlarmArgs.builder()
                .alarmName(plan.names().base() + "-gate")
                .alarmDescription("Users of " + plan.args().name() + " feel a problem: no version is deployed, none goes on."
                        + " Runbook: docs/runbooks/canary-gone-wrong.md")
                .alarmRule(gateNames(plan).stream()
                        .map(alarm -> "ALARM(\"" + alarm + "\")")
                        .collect(Collectors.joining(" OR ")))
                .alarmActions(foundation.alarmTopicArn().applyValue(List::of))
                .tags(plan.tags())
                .build(), CustomResourceOptions.merge(
                        options, CustomResourceOptions.builder().dependsOn(gates).build()));
    }

    private static String namespace(AlarmPlan.Source source) {
        return switch (source) {
            case TARGET_GROUP -> EdgeMetric.NAMESPACE;
            case ERROR_RATE, TASKS_ERROR_RATE -> throw new IllegalStateException("an expression has no namespace of its own");
            case ECS_SERVICE -> "AWS/ECS";
            case DEAD_LETTERS -> "AWS/SQS";
        };
    }

    private static Output<Map<String, String>> dimensions(FoundationRef foundation, MeshServicePlan plan, AlarmPlan alarm) {
        return alarm.source() == AlarmPlan.Source.DEAD_LETTERS
                ? Output.of(Map.of("QueueName", plan.names().deadLetterQueue()))
                : foundation.clusterName()
                        .applyValue(cluster -> Map.of("ClusterName", cluster, "ServiceName", plan.names().stable()));
    }
}
