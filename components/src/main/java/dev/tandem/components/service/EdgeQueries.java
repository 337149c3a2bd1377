package dev.tandem.components.service;

import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import java.util.ArrayList;
import java.util.List;

/**
 * Queries of alarms on a service's metrics behind the load balancer. CloudWatch charges each metric in them. The last minute may
 * be filled in before its metrics are there; alarms here look at three minutes or more, so that alone it decides nothing.
 */
final class EdgeQueries {

    private EdgeQueries() {}

    /** A metric over both target groups: healthy tasks together, times by the version that is slower. */
    static List<MetricAlarmMetricQueryArgs> both(AlarmPlan alarm, List<EdgeMetric> sides) {
        List<MetricAlarmMetricQueryArgs> queries = new ArrayList<>(List.of(MetricQueries.returned("both", alarm.metric() + " of both versions",
                alarm.percentile() ? EdgeMetric.worst() : EdgeMetric.sum())));
        sides.forEach(side -> queries.add(metric(side.side(), alarm.metric(), alarm, side)));
        return queries;
    }

    /** Failed answers in percent of all, of two versions that of the worse one; no requests count as no failures. */
    static List<MetricAlarmMetricQueryArgs> errorRate(AlarmPlan alarm, List<EdgeMetric> sides) {
        String label = "5xx answers in percent";
        if (sides.size() == 1) {
            return List.of(MetricQueries.returned("rate", label, rate("")), metric("failures", alarm.metric(), alarm, sides.get(0)),
                    metric("requests", "RequestCount", alarm, sides.get(0)));
        }
        List<MetricAlarmMetricQueryArgs> queries =
                new ArrayList<>(List.of(MetricQueries.returned("rate", label + ", the worse of two versions", EdgeMetric.worst())));
        for (EdgeMetric side : sides) {
            String of = "_" + side.side();
            queries.add(MetricAlarmMetricQueryArgs.builder().id(side.side()).label(label).expression(rate(of)).build());
            queries.add(metric("failures" + of, alarm.metric(), alarm, side));
            queries.add(metric("requests" + of, "RequestCount", alarm, side));
        }
        return queries;
    }

    private static String rate(String of) {
        return "IF(requests" + of + " > 0, 100 * failures" + of + " / requests" + of + ", 0)";
    }

    private static MetricAlarmMetricQueryArgs metric(String id, String metric, AlarmPlan alarm, EdgeMetric side) {
        return MetricQueries.metric(id, alarm, EdgeMetric.NAMESPACE, metric, alarm.statistic(), side.dimensions());
    }
}
