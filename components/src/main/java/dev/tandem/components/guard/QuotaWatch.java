package dev.tandem.components.guard;

import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.foundation.QuotaAlarmPlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.functions.SmallFunction;
import java.util.List;
import java.util.Map;

/** A look at quotas each hour whose use AWS publishes nowhere, and an alarm on each. */
public final class QuotaWatch extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:guard:QuotaWatch";

    private static final int HOUR_SECONDS = 3600;
    private static final int HOURS = 3;

    /**
     * Declares it in a foundation's region.
     *
     * @param zones ids of the hosted zones whose records count, at least one
     */
    public QuotaWatch(
            String name, FoundationRef own, List<Output<String>> zones, EventExchange exchange, ComponentResourceOptions options) {
        super(TYPE, name, options);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).dependsOn(exchange.deadLetters()).build();
        FunctionRoles names = FunctionRoles.in(own);
        QuotaWatchPlan plan = QuotaWatchPlan.of(names);
        Function function = SmallFunction.create(name, own, plan.function(), Map.of(
                "NAMESPACE", own.namespaceId(), "SUBNETS", joined(own.privateSubnetIds()), "ZONES", joined(zones)),
                exchange.deadLettersArn(), child);
        SmallFunction.calledBy(name, names.arn("events", "rule/" + plan.function().name() + "-each-hour"), EventRuleArgs.builder()
                .description("Counts what is in use of quotas").scheduleExpression("rate(1 hour)"), function, "quotas",
                exchange.deadLettersArn(), child);
        plan.alarms().forEach(alarm -> alarm(name, own, alarm, child));
        registerOutputs(Map.of());
    }

    /**
     * No physical name: under the environment's prefix the pair's machines would take it for an alarm of services, and a region
     * whose quota is near for one that does not work.
     */
    private static void alarm(String name, FoundationRef own, QuotaWatchPlan.Alarm plan, CustomResourceOptions child) {
        new MetricAlarm(name + "-" + plan.quota(), MetricAlarmArgs.builder()
                .alarmDescription(plan.description())
                .namespace(QuotaWatchPlan.NAMESPACE)
                .metricName(QuotaWatchPlan.METRIC)
                .dimensions(plan.dimensions())
                .statistic("Maximum")
                .comparisonOperator("GreaterThanOrEqualToThreshold")
                .threshold((double) QuotaAlarmPlan.PERCENT)
                .period(HOUR_SECONDS)
                .evaluationPeriods(HOURS)
                // Whoever looks no more finds nothing: three hours without a figure ring like a quota that is near.
                .treatMissingData("breaching")
                .alarmActions(own.alarmTopicArn().applyValue(List::of))
                .okActions(own.alarmTopicArn().applyValue(List::of))
                .build(), child);
    }

    private static Output<String> joined(List<Output<String>> ids) {
        return Output.all(ids).applyValue(all -> String.join(",", all));
    }
}
