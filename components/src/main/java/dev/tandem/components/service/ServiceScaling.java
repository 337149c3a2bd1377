package dev.tandem.components.service;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.ScheduledAction;
import com.pulumi.aws.appautoscaling.ScheduledActionArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.ScheduledActionScalableTargetActionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import java.util.Map;
import java.util.Optional;

/** Scales the ECS service between its limits, on what it aims at, in steps for bursts, and by time of day. */
final class ServiceScaling {

    private static final String NAMESPACE = "ecs";
    private static final String DIMENSION = "ecs:service:DesiredCount";

    private ServiceScaling() {}

    static void create(
            String name, FoundationRef foundation, MeshServicePlan plan, Output<String> serviceName,
            Optional<ServiceEdge> edge, CustomResourceOptions options) {
        ScalingPlan scaling = plan.scaling();
        // A daytime floor moves the lower limit every morning; the program would move it back at its next run.
        CustomResourceOptions targetOptions = scaling.schedules().isEmpty()
                ? options
                : CustomResourceOptions.merge(
                        options, CustomResourceOptions.builder().ignoreChanges("minCapacity").build());
        Target target = target(name + "-scaling", foundation, scaling, plan.tags(), serviceName, targetOptions);
        aims(name + "-scaling", plan.names().stable(), foundation, scaling, target, edge, options);
        scaling.burst().ifPresent(burst -> BurstScaling.create(name, foundation, plan, burst, target, options));
        for (ScalingPlan.Schedule schedule : scaling.schedules()) {
            new ScheduledAction(
                    name + "-scaling-" + schedule.key(),
                    ScheduledActionArgs.builder()
                            .name(plan.names().stable() + "-" + schedule.key())
                            .serviceNamespace(target.serviceNamespace())
                            .scalableDimension(target.scalableDimension())
                            .resourceId(target.resourceId())
                            .schedule(schedule.cron())
                            .timezone(schedule.timezone())
                            .scalableTargetAction(ScheduledActionScalableTargetActionArgs.builder()
                                    .minCapacity(schedule.minTasks())
                                    .maxCapacity(schedule.maxTasks())
                                    .build())
                            .build(),
                    options);
        }
    }

    /** A canary scales on what its own tasks use, between the limits of its plan. */
    static void canary(String name, FoundationRef foundation, CanaryPlan plan, Output<String> serviceName,
            CustomResourceOptions options) {
        Target target = target(name + "-canary-scaling", foundation, plan.scaling(), plan.tags(), serviceName, options);
        aims(name + "-canary-scaling", plan.name(), foundation, plan.scaling(), target, Optional.empty(), options);
    }

    private static Target target(String name, FoundationRef foundation, ScalingPlan scaling, Map<String, String> tags,
            Output<String> serviceName, CustomResourceOptions options) {
        return new Target(
                name,
                TargetArgs.builder()
                        .serviceNamespace(NAMESPACE)
                        .scalableDimension(DIMENSION)
                        .resourceId(Output.format("service/%s/%s", foundation.clusterName(), serviceName))
                        .minCapacity(scaling.minTasks())
                        .maxCapacity(scaling.maxTasks())
                        .tags(tags)
                        .build(),
                options);
    }

    private static void aims(String name, String ecsService, FoundationRef foundation, ScalingPlan scaling, Target target,
            Optional<ServiceEdge> edge, CustomResourceOptions options) {
        for (ScalingTarget aim : scaling.targets()) {
            String key = aim.metric().key();
            new Policy(name + "-" + key, PolicyArgs.builder()
                    .name(ecsService + "-" + key)
                    .policyType("TargetTrackingScaling")
                    .serviceNamespace(target.serviceNamespace())
                    .scalableDimension(target.scalableDimension())
                    .resourceId(target.resourceId())
                    .targetTrackingScalingPolicyConfiguration(TargetTracking.of(aim, scaling, foundation, edge))
                    .build(), options);
        }
    }
}
