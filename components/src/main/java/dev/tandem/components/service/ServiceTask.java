package dev.tandem.components.service;

import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.aws.ecs.TaskDefinitionArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionProxyConfigurationArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionRuntimePlatformArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionVolumeArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.tandem.components.iam.BoundedRole;
import java.util.ArrayList;
import java.util.List;

/**
 * A service's task definition with its two roles.
 *
 * @param definition what runs
 * @param ready      what must exist before a task can start: the roles' rights
 */
record ServiceTask(TaskDefinition definition, List<Resource> ready) {

    static ServiceTask create(String name, MeshServicePlan plan, CustomResourceOptions options) {
        BoundedRole execution = BoundedRole.create(name + "-execution", plan.executionRole(), options);
        BoundedRole task = BoundedRole.create(name + "-task", plan.taskRole(), options);
        FargateSize size = plan.args().size();
        List<TaskDefinitionVolumeArgs> volumes = plan.containers().stream()
                .flatMap(container -> container.writablePaths().keySet().stream())
                .distinct()
                .map(volume -> TaskDefinitionVolumeArgs.builder().name(volume).build())
                .toList();
        TaskDefinitionArgs.Builder args = TaskDefinitionArgs.builder()
                .family(plan.names().base())
                .requiresCompatibilities("FARGATE")
                .networkMode("awsvpc")
                .cpu(Integer.toString(size.cpuUnits()))
                .memory(Integer.toString(size.memoryMiB()))
                .runtimePlatform(TaskDefinitionRuntimePlatformArgs.builder()
                        .cpuArchitecture("ARM64")
                        .operatingSystemFamily("LINUX")
                        .build())
                .executionRoleArn(execution.role().arn())
                .taskRoleArn(task.role().arn())
                .containerDefinitions(plan.containerDefinitions())
                .volumes(volumes)
                .tags(plan.tags());
        plan.redirect().ifPresent(redirect -> args.proxyConfiguration(TaskDefinitionProxyConfigurationArgs.builder()
                .type(redirect.type())
                .containerName(redirect.container())
                .properties(redirect.properties())
                .build()));
        TaskDefinition definition = new TaskDefinition(name + "-task", args.build(), options);
        List<Resource> ready = new ArrayList<>(execution.policies());
        ready.addAll(task.policies());
        return new ServiceTask(definition, ready);
    }
}
