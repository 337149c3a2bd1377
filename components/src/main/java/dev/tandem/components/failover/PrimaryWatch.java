package dev.tandem.components.failover;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.EventTargetDeadLetterConfigArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.functions.SmallFunction;
import dev.tandem.components.iam.BoundedRole;
import java.util.List;
import java.util.Map;

/** Asks the primary each minute; after three minutes without an answer an alarm rings and, when wanted, the takeover starts. */
final class PrimaryWatch {

    private final String name;
    private final FoundationRef own;
    private final SurvivorPlan plan;
    private final CustomResourceOptions options;

    PrimaryWatch(String name, FoundationRef own, SurvivorPlan plan, CustomResourceOptions options) {
        this.name = name;
        this.own = own;
        this.plan = plan;
        this.options = options;
    }

    void create(Function probe, StateMachine takeover, String deadLetters, boolean automatic) {
        String each = plan.names().function("probe-each-minute");
        EventRule rule = new EventRule(name + "-probe", EventRuleArgs.builder()
                .name(each).description("Asks the primary").scheduleExpression("rate(1 minute)").build(), options);
        SmallFunction.allowRule(name + "-probe", probe,
                plan.names().arn("events", own.region(), "rule/" + each), options);
        target("probe", rule, probe.arn(), deadLetters, EventTargetArgs.builder());
        alarm();
        if (automatic) {
            EventRule starts = new EventRule(name + "-takeover-starts", EventRuleArgs.builder()
                    .name(plan.trigger())
                    .description("The primary cannot be reached: the takeover looks again, then begins")
                    .eventPattern(plan.pattern())
                    .build(), options);
            BoundedRole role = BoundedRole.create(name + "-takeover-starts", plan.starter(), options);
            target("takeover-starts", starts, takeover.arn(), deadLetters,
                    EventTargetArgs.builder().roleArn(role.role().arn()).input(plan.input()));
        }
    }

    private void target(
            String use, EventRule rule, Output<String> arn, String deadLetters, EventTargetArgs.Builder args) {
        new EventTarget(name + "-" + use, args
                .rule(rule.name())
                .targetId(use)
                .arn(arn)
                .deadLetterConfig(EventTargetDeadLetterConfigArgs.builder().arn(deadLetters).build())
                .build(), options);
    }

    /** Silence counts as no answer: a probe that does not run sees nothing, and the takeover looks for itself first. */
    private void alarm() {
        Output<List<String>> topic = own.alarmTopicArn().applyValue(List::of);
        new MetricAlarm(name + "-unreachable", MetricAlarmArgs.builder()
                .name(plan.unreachable())
                .alarmDescription("The primary's load balancer does not answer the survivor's probe."
                        + " Runbook: docs/runbooks/region-failover.md")
                .namespace("Tandem/Failover")
                .metricName("PrimaryReachable")
                .dimensions(Map.of("Environment", own.environment()))
                .statistic("Maximum")
                .comparisonOperator("LessThanThreshold")
                .threshold(1.0)
                .period(60)
                .evaluationPeriods(SurvivorPlan.UNREACHABLE_MINUTES)
                .datapointsToAlarm(SurvivorPlan.UNREACHABLE_MINUTES)
                .treatMissingData("breaching")
                .alarmActions(topic)
                .okActions(topic)
                .build(), options);
    }
}
