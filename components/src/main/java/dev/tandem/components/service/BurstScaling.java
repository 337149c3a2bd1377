package dev.tandem.components.service;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.inputs.PolicyStepScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyStepScalingPolicyConfigurationStepAdjustmentArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import java.util.List;
import java.util.Map;

/** Adds tasks at once when CPU jumps: a step policy and the alarm that runs it. */
final class BurstScaling {

    private static final int MINUTE = 60;

    private BurstScaling() {}

    static void create(
            String name, FoundationRef foundation, MeshServicePlan plan, ScalingPlan.Burst burst, Target target,
            CustomResourceOptions options) {
        Policy policy = new Policy(name + "-scaling-burst", PolicyArgs.builder()
                .name(plan.names().stable() + "-burst")
                .policyType("StepScaling")
                .serviceNamespace(target.serviceNamespace())
                .scalableDimension(target.scalableDimension())
                .resourceId(target.resourceId())
                .stepScalingPolicyConfiguration(PolicyStepScalingPolicyConfigurationArgs.builder()
                        .adjustmentType("ChangeInCapacity")
                        .metricAggregationType("Average")
                        .cooldown(MINUTE)
                        .stepAdjustments(burst.steps().stream().map(BurstScaling::step).toList())
                        .build())
                .build(), options);
        new MetricAlarm(name + "-scaling-burst", MetricAlarmArgs.builder()
                .name(plan.names().base() + "-burst")
                .alarmDescription("CPU of " + plan.args().name() + " jumped: tasks are added, nobody need act."
                        + " Runbook: docs/runbooks/service-throttled.md")
                .namespace("AWS/ECS")
                .metricName("CPUUtilization")
                .dimensions(foundation.clusterName().applyValue(
                        cluster -> Map.of("ClusterName", cluster, "ServiceName", plan.names().stable())))
                .statistic("Average")
                .comparisonOperator("GreaterThanOrEqualToThreshold")
                .threshold((double) burst.cpuPercent())
                .period(MINUTE)
                .evaluationPeriods(1)
                .treatMissingData("notBreaching")
                .alarmActions(policy.arn().applyValue(List::of))
                .tags(plan.tags())
                .build(), options);
    }

    private static PolicyStepScalingPolicyConfigurationStepAdjustmentArgs step(ScalingPlan.Step step) {
        var args = PolicyStepScalingPolicyConfigurationStepAdjustmentArgs.builder()
                .metricIntervalLowerBound(Integer.toString(step.from()))
                .scalingAdjustment(step.add());
        return step.below() == null ? args.build() : args.metricIntervalUpperBound(step.below().toString()).build();
    }
}
