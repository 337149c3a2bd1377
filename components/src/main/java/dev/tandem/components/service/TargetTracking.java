package dev.tandem.components.service;

import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.core.Output;
import dev.tandem.components.foundation.FoundationRef;
import java.util.Optional;

/** The configuration of one target-tracking policy. */
final class TargetTracking {

    private TargetTracking() {}

    static PolicyTargetTrackingScalingPolicyConfigurationArgs of(
            ScalingTarget target, ScalingPlan plan, FoundationRef foundation, Optional<ServiceEdge> edge) {
        var args = PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                .targetValue(target.value())
                .scaleOutCooldown(plan.scaleOutCooldownSeconds())
                .scaleInCooldown(plan.scaleInCooldownSeconds());
        if (target.metric() == ScalingTarget.Metric.P95) {
            return args.customizedMetricSpecification(latency(foundation, edge.orElseThrow())).build();
        }
        var metric = PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.builder()
                .predefinedMetricType(target.metric().predefined());
        if (target.metric().needsPath()) {
            metric.resourceLabel(Output.format(
                    "%s/%s", foundation.albArnSuffix(), edge.orElseThrow().targetGroup().arnSuffix()));
        }
        return args.predefinedMetricSpecification(metric.build()).build();
    }

    /** A percentile is no plain statistic there: it needs the form for metric math, with one metric. */
    private static PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs latency(
            FoundationRef foundation, ServiceEdge edge) {
        var metric = PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs
                .builder()
                .namespace("AWS/ApplicationELB")
                .metricName("TargetResponseTime")
                .dimensions(
                        dimension("LoadBalancer", foundation.albArnSuffix()),
                        dimension("TargetGroup", edge.targetGroup().arnSuffix()))
                .build();
        return PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs.builder()
                .metrics(PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs.builder()
                        .id("latency")
                        .metricStat(PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatArgs
                                .builder()
                                .metric(metric)
                                .stat("p95")
                                .build())
                        .returnData(true)
                        .build())
                .build();
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs
            dimension(String name, Output<String> value) {
        return PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs
                .builder()
                .name(name)
                .value(value)
                .build();
    }
}
