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
import java.util.Optional;

/** Scales the ECS service between its limits, on what it aims at, in steps for bursts, and by time of day. */
final class ServiceScaling {

    private static final String NAMESPACE = "ecs";
    private static final String DIMENSION = "ecs:service:DesiredCount";

    private ServiceScaling() {}

    static void create(
            String name, FoundationRef foundation, MeshServicePlan plan, com.pulumi.aws.ecs.Service service,
            Optional<ServiceEdge> edge, CustomResourceOptions options) {
        ScalingPlan scaling = plan.scaling();
        Output<String> resourceId = Output.format("service/%s/%s", foundation.clusterName(), service.name());
        // A daytime floor moves the lower limit every morning; the program would move it back at its next run.
        CustomResourceOptions targetOptions = scaling.schedules().isEmpty()
                ? options
                : CustomResourceOptions.merge(
                        options, CustomResourceOptions.builder().ignoreChanges("minCapacity").build());
        Target target = new Target(
                name + "-scaling",
                TargetArgs.builder()
                        .serviceNamespace(NAMESPACE)
                        .scalableDimension(DIMENSION)
                        .resourceId(resourceId)
                        .minCapacity(scaling.minTasks())
                        .maxCapacity(scaling.maxTasks())
                        .tags(plan.tags())
                        .build(),
                targetOptions);
        for (ScalingTarget aim : scaling.targets()) {
            String key = aim.metric().key();
            new Policy(name + "-scaling-" + key, PolicyArgs.builder()
                    .name(plan.names().stable() + "-" + key)
                    .policyType("TargetTrackingScaling")
                    .serviceNamespace(target.serviceNamespace())
                    .scalableDimension(target.scalableDimension())
                    .resourceId(target.resourceId())
                    .targetTrackingScalingPolicyConfiguration(TargetTracking.of(aim, scaling, foundation, edge))
                    .build(), options);
        }
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
}
