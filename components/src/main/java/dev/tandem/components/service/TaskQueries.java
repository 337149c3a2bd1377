package dev.tandem.components.service;

import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/** Queries of alarms on what a service's own tasks measure, which is all there is of one that no load balancer reaches. */
final class TaskQueries {

    private TaskQueries() {}

    /** Failed answers in percent of all; no requests count as no failures, and a minute without a failure has no data of them. */
    static List<MetricAlarmMetricQueryArgs> errorRate(AlarmPlan alarm, String namespace, String service) {
        Output<Map<String, String>> dimensions = Output.of(Map.of(CollectorConfig.DIMENSION, service));
        return List.of(
                MetricQueries.returned("rate", "5xx answers in percent", "IF(requests > 0, 100 * FILL(failures, 0) / requests, 0)"),
                MetricQueries.metric("failures", alarm, namespace, alarm.metric(), alarm.statistic(), dimensions),
                MetricQueries.metric("requests", alarm, namespace, CollectorConfig.REQUESTS, "SampleCount", dimensions));
    }
}
