package dev.tandem.components.service;

import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.aws.ecs.TaskDefinitionArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionProxyConfigurationArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionRuntimePlatformArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionVolumeArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.tandem.components.iam.BoundedRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service's task definitions with their two roles.
 *
 * @param definition what the stable version runs
 * @param canary     what the canary runs; empty without one
 * @param ready      what must exist before a task can start: the roles' rights
 */
record ServiceTask(TaskDefinition definition, Optional<TaskDefinition> canary, List<Resource> ready) {

    static ServiceTask create(String name, MeshServicePlan plan, CustomResourceOptions options) {
        BoundedRole execution = BoundedRole.create(name + "-execution", plan.executionRole(), options);
        BoundedRole task = BoundedRole.create(name + "-task", plan.taskRole(), options);
        List<Resource> ready = new ArrayList<>(execution.policies());
        ready.addAll(task.policies());
        TaskDefinition stable = definition(name + "-task", plan.names().base(), plan, plan.containers(),
                execution.role().arn(), task.role().arn(), plan.tags(), options);
        Optional<TaskDefinition> canary = plan.canary().map(other -> definition(
                name + "-canary-task", plan.names().base() + "-canary", plan, other.containers(),
                execution.role().arn(), task.role().arn(), plan.tags(), options));
        return new ServiceTask(stable, canary, ready);
    }

    /** A task definition of a service's size; the roles are ARNs. */
    static TaskDefinition definition(String name, String family, MeshServicePlan plan, List<ContainerPlan> containers,
            Output<String> executionRole, Output<String> taskRole, Map<String, String> tags, CustomResourceOptions options) {
        FargateSize size = plan.args().size();
        List<TaskDefinitionVolumeArgs> volumes = containers.stream()
                .flatMap(container -> container.writablePaths().keySet().stream())
                .distinct()
                .map(volume -> TaskDefinitionVolumeArgs.builder().name(volume).build())
                .toList();
        TaskDefinitionArgs.Builder args = TaskDefinitionArgs.builder()
                .family(family)
                .requiresCompatibilities("FARGATE")
                .networkMode("awsvpc")
                .cpu(Integer.toString(size.cpuUnits()))
                .memory(Integer.toString(size.memoryMiB()))
                .runtimePlatform(TaskDefinitionRuntimePlatformArgs.builder()
                        .cpuArchitecture("ARM64")
                        .operatingSystemFamily("LINUX")
                        .build())
                .executionRoleArn(executionRole)
                .taskRoleArn(taskRole)
                .containerDefinitions(ContainerDefinitions.json(plan.names(), containers))
                .volumes(volumes)
                .tags(tags);
        plan.redirect().ifPresent(redirect -> args.proxyConfiguration(TaskDefinitionProxyConfigurationArgs.builder()
                .type(redirect.type())
                .containerName(redirect.container())
                .properties(redirect.properties())
                .build()));
        return new TaskDefinition(name, args.build(), options);
    }
}
