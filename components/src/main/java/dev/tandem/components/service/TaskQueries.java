package dev.tandem.components.service;

import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import java.util.List;
import java.util.Map;

/** Queries of alarms on what a service's own tasks measure, which is all there is of one that no load balancer reaches. */
final class TaskQueries {

    private TaskQueries() {}

    /** Failed answers in percent of all; no requests count as no failures, and a minute without a failure has no data of them. */
    static List<MetricAlarmMetricQueryArgs> errorRate(AlarmPlan alarm, String namespace, String service) {
        return List.of(
                MetricAlarmMetricQueryArgs.builder()
                        .id("rate")
                        .label("5xx answers in percent")
                        .expression("IF(requests > 0, 100 * FILL(failures, 0) / requests, 0)")
                        .returnData(true)
                        .build(),
                metric("failures", alarm.metric(), alarm.statistic(), alarm, namespace, service),
                metric("requests", CollectorConfig.REQUESTS, "SampleCount", alarm, namespace, service));
    }

    private static MetricAlarmMetricQueryArgs metric(
            String id, String metric, String statistic, AlarmPlan alarm, String namespace, String service) {
        return MetricAlarmMetricQueryArgs.builder()
                .id(id)
                .metric(MetricAlarmMetricQueryMetricArgs.builder()
                        .namespace(namespace)
                        .metricName(metric)
                        .stat(statistic)
                        .period(alarm.periodSeconds())
                        .dimensions(Map.of(CollectorConfig.DIMENSION, service))
                        .build())
                .build();
    }
}
