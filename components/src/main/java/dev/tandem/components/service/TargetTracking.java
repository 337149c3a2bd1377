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
import java.util.ArrayList;
import java.util.List;
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
        List<EdgeMetric> sides = target.metric().needsPath() ? EdgeMetric.of(foundation, edge.orElseThrow()) : List.of();
        if (target.metric() == ScalingTarget.Metric.P95) {
            return args.customizedMetricSpecification(
                    custom(sides, "latency", "TargetResponseTime", "p95", EdgeMetric.worst())).build();
        }
        if (sides.size() > 1) {
            // The predefined metric has one target group, and AWS does not support it where requests move between two. Each
            // has its share of the requests on all of the tasks, so that their sum is what one of them has between deployments.
            return args.customizedMetricSpecification(
                    custom(sides, "requests", "RequestCountPerTarget", "Sum", EdgeMetric.sum())).build();
        }
        var metric = PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.builder()
                .predefinedMetricType(target.metric().predefined());
        if (target.metric().needsPath()) {
            metric.resourceLabel(Output.format(
                    "%s/%s", foundation.albArnSuffix(), edge.orElseThrow().targetGroup().arnSuffix()));
        }
        return args.predefinedMetricSpecification(metric.build()).build();
    }

    /** In the form for metric math: a percentile is no plain statistic of the other one, which has no expressions either. */
    private static PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs custom(
            List<EdgeMetric> sides, String id, String metric, String statistic, String overBoth) {
        List<PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs> metrics = new ArrayList<>();
        if (sides.size() > 1) {
            metrics.add(PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs.builder()
                    .id(id).expression(overBoth).returnData(true).build());
        }
        for (EdgeMetric side : sides) {
            metrics.add(PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs.builder()
                    .id(sides.size() > 1 ? side.side() : id)
                    .metricStat(PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatArgs
                            .builder()
                            .metric(metric(side, metric))
                            .stat(statistic)
                            .build())
                    .returnData(sides.size() == 1)
                    .build());
        }
        return PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs.builder().metrics(metrics).build();
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs metric(
            EdgeMetric side, String metric) {
        return PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs.builder()
                .namespace(EdgeMetric.NAMESPACE)
                .metricName(metric)
                .dimensions(dimension(side, "LoadBalancer"), dimension(side, "TargetGroup"))
                .build();
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs
            dimension(EdgeMetric side, String name) {
        return PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs
                .builder()
                .name(name)
                .value(side.dimensions().applyValue(all -> all.get(name)))
                .build();
    }
}
