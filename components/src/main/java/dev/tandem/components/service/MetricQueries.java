package dev.tandem.components.service;

import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.core.Output;
import java.util.Map;

/** The parts of an alarm on an expression. */
final class MetricQueries {

    private MetricQueries() {}

    /** The expression that the alarm judges. */
    static MetricAlarmMetricQueryArgs returned(String id, String label, String expression) {
        return MetricAlarmMetricQueryArgs.builder().id(id).label(label).expression(expression).returnData(true).build();
    }

    /** A metric that the expression calls {@code id}, over the alarm's own period. */
    static MetricAlarmMetricQueryArgs metric(
            String id, AlarmPlan alarm, String namespace, String metric, String statistic, Output<Map<String, String>> dimensions) {
        return MetricAlarmMetricQueryArgs.builder()
                .id(id)
                .metric(MetricAlarmMetricQueryMetricArgs.builder()
                        .namespace(namespace)
                        .metricName(metric)
                        .stat(statistic)
                        .period(alarm.periodSeconds())
                        .dimensions(dimensions)
                        .build())
                .build();
    }
}
