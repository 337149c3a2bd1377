package dev.tandem.components.mesh;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A region's alarms on its mesh. */
public final class MeshAlarms extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:mesh:MeshAlarms";

    /** Declares what the plan says; they tell the region's topic. */
    public MeshAlarms(String name, FoundationRef foundation, List<MeshAlarmPlan> plan, ComponentResourceOptions options) {
        super(TYPE, name, options);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        Output<List<String>> topic = foundation.alarmTopicArn().applyValue(List::of);
        plan.forEach(alarm -> new MetricAlarm(name + "-" + alarm.key(), statistic(alarm, MetricAlarmArgs.builder())
                .name(foundation.project() + "-" + foundation.environment() + "-mesh-" + alarm.key())
                .alarmDescription(alarm.description() + ". Runbook: docs/runbooks/" + alarm.runbook())
                .namespace(MeshAlarmPlan.NAMESPACE)
                .metricName(alarm.metric())
                .dimensions(dimensions(foundation, alarm))
                .period(MeshAlarmPlan.PERIOD_SECONDS)
                .evaluationPeriods(alarm.periods())
                .datapointsToAlarm(alarm.periods())
                .threshold(alarm.threshold())
                .comparisonOperator("GreaterThanThreshold")
                .treatMissingData(alarm.missingIsFailure() ? "breaching" : "notBreaching")
                .alarmActions(topic)
                .okActions(topic)
                .build(), child));
        registerOutputs(Map.of());
    }

    private static MetricAlarmArgs.Builder statistic(MeshAlarmPlan alarm, MetricAlarmArgs.Builder args) {
        return alarm.percentile() ? args.extendedStatistic(alarm.statistic()) : args.statistic(alarm.statistic());
    }

    private static Map<String, String> dimensions(FoundationRef foundation, MeshAlarmPlan alarm) {
        Map<String, String> dimensions = new TreeMap<>(Map.of("environment", foundation.environment()));
        alarm.peer().ifPresent(region -> dimensions.put("peer", region));
        return dimensions;
    }
}
