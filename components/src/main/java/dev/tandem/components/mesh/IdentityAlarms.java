package dev.tandem.components.mesh;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import java.util.List;
import java.util.Map;

/** Two alarms: the issuer failed, and an identity is older than it may get; also when nothing is heard of either. */
final class IdentityAlarms {

    private static final int HOUR = 3600;

    private IdentityAlarms() {}

    static void create(String name, FoundationRef foundation, MeshIdentityPlan plan, CustomResourceOptions options) {
        Output<List<String>> topic = foundation.alarmTopicArn().applyValue(List::of);
        new MetricAlarm(name + "-alarm-failures", MetricAlarmArgs.builder()
                .name(plan.names().function() + "-failures")
                .alarmDescription("The issuer of the mesh's identities failed. Runbook: docs/runbooks/identity-expired.md")
                .namespace("AWS/Lambda")
                .metricName("Errors")
                .dimensions(Map.of("FunctionName", plan.names().function()))
                .statistic("Sum")
                .period(HOUR)
                .evaluationPeriods(1)
                .datapointsToAlarm(1)
                .threshold(1.0)
                .comparisonOperator("GreaterThanOrEqualToThreshold")
                .treatMissingData("notBreaching")
                .alarmActions(topic)
                .okActions(topic)
                .build(), options);
        // Two hours, so that one hourly run may be late; no value at all means that the issuer does not run.
        new MetricAlarm(name + "-alarm-age", MetricAlarmArgs.builder()
                .name(plan.names().function() + "-age")
                .alarmDescription("An identity of the mesh is older than " + plan.ageAlarmHours()
                        + " h, or the issuer does not run: it ends at 24 h. Runbook: docs/runbooks/identity-expired.md")
                .namespace("Tandem/Mesh")
                .metricName("IdentityAge")
                .dimensions(Map.of("Environment", plan.names().environment()))
                .statistic("Maximum")
                .period(2 * HOUR)
                .evaluationPeriods(1)
                .datapointsToAlarm(1)
                .threshold((double) plan.ageAlarmHours() * HOUR)
                .comparisonOperator("GreaterThanThreshold")
                .treatMissingData("breaching")
                .alarmActions(topic)
                .okActions(topic)
                .build(), options);
    }
}
