package dev.tandem.components.service;

import com.pulumi.awsnative.ecs.enums.ServiceDeploymentConfigurationStrategy;
import com.pulumi.awsnative.ecs.enums.ServiceDeploymentLifecycleHookLifecycleStagesItem;
import com.pulumi.awsnative.ecs.inputs.ServiceCanaryConfigurationArgs;
import com.pulumi.awsnative.ecs.inputs.ServiceDeploymentAlarmsArgs;
import com.pulumi.awsnative.ecs.inputs.ServiceDeploymentConfigurationArgs;
import com.pulumi.awsnative.ecs.inputs.ServiceDeploymentLifecycleHookArgs;
import com.pulumi.awsnative.ecs.inputs.ServiceLinearConfigurationArgs;
import com.pulumi.core.Output;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** From a rollout to what ECS is told. The circuit breaker is for rolling updates only; alarms are the brake here. */
final class RolloutConfiguration {

    private RolloutConfiguration() {}

    static ServiceDeploymentConfigurationArgs of(EcsRollout rollout, List<String> alarms, Output<String> roleArn) {
        ServiceDeploymentConfigurationArgs.Builder args = ServiceDeploymentConfigurationArgs.builder()
                .strategy(strategy(rollout))
                .bakeTimeInMinutes(rollout.bakeMinutes())
                .minimumHealthyPercent(100)
                .maximumPercent(200)
                .alarms(ServiceDeploymentAlarmsArgs.builder().alarmNames(alarms).enable(true).rollback(true).build());
        switch (rollout.strategy()) {
            case CANARY -> args.canaryConfiguration(ServiceCanaryConfigurationArgs.builder()
                    .canaryPercent(rollout.percent()).canaryBakeTimeInMinutes(rollout.stepMinutes()).build());
            case LINEAR -> args.linearConfiguration(ServiceLinearConfigurationArgs.builder()
                    .stepPercent(rollout.percent()).stepBakeTimeInMinutes(rollout.stepMinutes()).build());
            case BLUE_GREEN -> {
                // Nothing between: all requests move at once.
            }
        }
        if (!rollout.hooks().isEmpty()) {
            args.lifecycleHooks(rollout.hooks().values().stream()
                    .map(hook -> ServiceDeploymentLifecycleHookArgs.builder()
                            .hookTargetArn(hook.functionArn())
                            .roleArn(roleArn)
                            .lifecycleStages(EcsRollout.STAGES.stream().filter(hook.stages()::contains)
                                    .map(RolloutConfiguration::stage).toList())
                            .build())
                    .toList());
        }
        return args.build();
    }

    private static ServiceDeploymentConfigurationStrategy strategy(EcsRollout rollout) {
        return switch (rollout.strategy()) {
            case BLUE_GREEN -> ServiceDeploymentConfigurationStrategy.BlueGreen;
            case CANARY -> ServiceDeploymentConfigurationStrategy.Canary;
            case LINEAR -> ServiceDeploymentConfigurationStrategy.Linear;
        };
    }

    private static ServiceDeploymentLifecycleHookLifecycleStagesItem stage(String text) {
        String word = text.replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(ServiceDeploymentLifecycleHookLifecycleStagesItem.values())
                .filter(stage -> stage.getValue().equals(word)).findFirst().orElseThrow();
    }
}
