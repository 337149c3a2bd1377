package dev.tandem.components.service;

import com.pulumi.aws.cloudwatch.CompositeAlarm;
import com.pulumi.aws.cloudwatch.CompositeAlarmArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
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

    private static final String LOAD_BALANCER_METRICS = "AWS/ApplicationELB";

    private ServiceAlarms() {}

    /** Declares them, and gives back those that gate deployments. */
    static List<Resource> create(
            String name, FoundationRef foundation, MeshServicePlan plan, Optional<ServiceEdge> edge,
            CustomResourceOptions options) {
        List<Resource> gates = new ArrayList<>();
        for (AlarmPlan alarm : plan.alarms()) {
            Output<Map<String, String>> dimensions = dimensions(foundation, plan, alarm, edge);
            Output<List<String>> topic = foundation.alarmTopicArn().applyValue(List::of);
            MetricAlarmArgs.Builder args = MetricAlarmArgs.builder()
                    .name(plan.names().base() + "-" + alarm.key())
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
                args.metricQueries(errorRate(alarm, dimensions));
            } else {
                args.namespace(namespace(alarm.source()))
                        .metricName(alarm.metric())
                        .period(alarm.periodSeconds())
                        .dimensions(dimensions);
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
                .map(alarm -> plan.names().base() + "-" + alarm.key())
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
            case TARGET_GROUP, ERROR_RATE -> LOAD_BALANCER_METRICS;
            case ECS_SERVICE -> "AWS/ECS";
            case DEAD_LETTERS -> "AWS/SQS";
        };
    }

    private static Output<Map<String, String>> dimensions(
            FoundationRef foundation, MeshServicePlan plan, AlarmPlan alarm, Optional<ServiceEdge> edge) {
        return switch (alarm.source()) {
            case TARGET_GROUP, ERROR_RATE -> Output.tuple(
                            foundation.albArnSuffix(), edge.orElseThrow().targetGroup().arnSuffix())
                    .applyValue(pair -> Map.of("LoadBalancer", pair.t1, "TargetGroup", pair.t2));
            case ECS_SERVICE -> foundation.clusterName()
                    .applyValue(cluster -> Map.of("ClusterName", cluster, "ServiceName", plan.names().stable()));
            case DEAD_LETTERS -> Output.of(Map.of("QueueName", plan.names().deadLetterQueue()));
        };
    }

    /** Failed answers in percent of all; no requests count as no failures. */
    private static List<MetricAlarmMetricQueryArgs> errorRate(AlarmPlan alarm, Output<Map<String, String>> dimensions) {
        return List.of(
                MetricAlarmMetricQueryArgs.builder()
                        .id("rate")
                        .label("5xx answers in percent")
                        .expression("IF(requests > 0, 100 * failures / requests, 0)")
                        .returnData(true)
                        .build(),
                count("failures", alarm.metric(), alarm, dimensions),
                count("requests", "RequestCount", alarm, dimensions));
    }

    private static MetricAlarmMetricQueryArgs count(
            String id, String metric, AlarmPlan alarm, Output<Map<String, String>> dimensions) {
        return MetricAlarmMetricQueryArgs.builder()
                .id(id)
                .metric(MetricAlarmMetricQueryMetricArgs.builder()
                        .namespace(LOAD_BALANCER_METRICS)
                        .metricName(metric)
                        .stat(alarm.statistic())
                        .period(alarm.periodSeconds())
                        .dimensions(dimensions)
                        .build())
                .build();
    }
}
