package dev.tandem.components.foundation;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;

/** Declares alarms on quotas. */
final class QuotaAlarms {

    private static final int PERIOD_SECONDS = 300;

    private QuotaAlarms() {}

    static void create(String name, List<QuotaAlarmPlan> plans, Output<String> topicArn, CustomResourceOptions child) {
        for (QuotaAlarmPlan plan : plans) {
            new MetricAlarm(name + "-quota-" + plan.name(), MetricAlarmArgs.builder()
                    .alarmDescription("Over " + QuotaAlarmPlan.PERCENT + " % of a quota is in use: " + plan.name()
                            + ". Runbook: docs/runbooks/quota-near.md")
                    .metricQueries(
                            MetricAlarmMetricQueryArgs.builder().id("used").returnData(false)
                                    .metric(MetricAlarmMetricQueryMetricArgs.builder()
                                            .namespace("AWS/Usage")
                                            .metricName(plan.metric())
                                            .dimensions(plan.dimensions())
                                            .period(PERIOD_SECONDS)
                                            .stat(plan.statistic())
                                            .build())
                                    .build(),
                            MetricAlarmMetricQueryArgs.builder().id("percent").returnData(true)
                                    .label("percent of the quota")
                                    .expression("used / SERVICE_QUOTA(used) * 100")
                                    .build())
                    .evaluationPeriods(1)
                    .threshold((double) QuotaAlarmPlan.PERCENT)
                    .comparisonOperator("GreaterThanOrEqualToThreshold")
                    .treatMissingData("notBreaching")
                    .alarmActions(topicArn.applyValue(List::of))
                    .okActions(topicArn.applyValue(List::of))
                    .build(), child);
        }
    }
}
