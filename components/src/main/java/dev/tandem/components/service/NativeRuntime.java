package dev.tandem.components.service;

import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.awsnative.ecs.Service;
import com.pulumi.awsnative.ecs.ServiceArgs;
import com.pulumi.awsnative.ecs.enums.ServiceAvailabilityZoneRebalancing;
import com.pulumi.awsnative.ecs.enums.ServiceAwsVpcConfigurationAssignPublicIp;
import com.pulumi.awsnative.ecs.enums.ServicePropagateTags;
import com.pulumi.awsnative.ecs.inputs.ServiceAdvancedConfigurationArgs;
import com.pulumi.awsnative.ecs.inputs.ServiceAwsVpcConfigurationArgs;
import com.pulumi.awsnative.ecs.inputs.ServiceCapacityProviderStrategyItemArgs;
import com.pulumi.awsnative.ecs.inputs.ServiceLoadBalancerArgs;
import com.pulumi.awsnative.ecs.inputs.ServiceNetworkConfigurationArgs;
import com.pulumi.awsnative.inputs.TagArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.BoundedRole;
import dev.tandem.components.network.MeshPorts;
import java.util.ArrayList;
import java.util.List;

/** The running service whose versions ECS itself exchanges; made by aws-native, which knows the strategies. */
final class NativeRuntime {

    private NativeRuntime() {}

    /** Declares the role and the service; the rule's weights belong to ECS from then on. */
    static Service service(
            String name, FoundationRef foundation, MeshServicePlan plan, ServiceRuntime.Parts parts, EcsRollout rollout,
            CustomResourceOptions options) {
        BoundedRole role = BoundedRole.create(name + "-rollout", RolloutRole.of(plan, rollout), options);
        ServiceEdge edge = parts.edge().orElseThrow();
        TargetGroup green = edge.green().orElseThrow();
        ListenerRule rule = edge.rule();
        List<Resource> first = new ArrayList<>(parts.readyFirst());
        first.addAll(role.policies());
        first.add(green);
        ServiceArgs args = ServiceArgs.builder()
                .serviceName(plan.names().stable())
                .cluster(foundation.clusterArn())
                .taskDefinition(parts.taskDefinitionArn())
                .desiredCount(plan.args().minTasks())
                .platformVersion("LATEST")
                .capacityProviderStrategy(plan.args().criticality().strategy().stream()
                        .map(share -> ServiceCapacityProviderStrategyItemArgs.builder()
                                .capacityProvider(share.provider()).base(share.base()).weight(share.weight()).build())
                        .toList())
                .networkConfiguration(ServiceNetworkConfigurationArgs.builder()
                        .awsvpcConfiguration(ServiceAwsVpcConfigurationArgs.builder()
                                .assignPublicIp(ServiceAwsVpcConfigurationAssignPublicIp.Disabled)
                                .subnets(Output.all(foundation.privateSubnetIds()))
                                .securityGroups(parts.securityGroupId().applyValue(List::of))
                                .build())
                        .build())
                .loadBalancers(ServiceLoadBalancerArgs.builder()
                        .targetGroupArn(edge.targetGroup().arn())
                        .containerName(TaskContainers.ENVOY)
                        .containerPort(MeshPorts.EDGE)
                        .advancedConfiguration(ServiceAdvancedConfigurationArgs.builder()
                                .alternateTargetGroupArn(green.arn())
                                .productionListenerRule(rule.arn())
                                .roleArn(role.role().arn())
                                .build())
                        .build())
                .deploymentConfiguration(RolloutConfiguration.of(rollout, ServiceAlarms.gateNames(plan), role.role().arn()))
                .healthCheckGracePeriodSeconds(ServiceRuntime.GRACE_SECONDS)
                .availabilityZoneRebalancing(ServiceAvailabilityZoneRebalancing.Enabled)
                .enableEcsManagedTags(true)
                .propagateTags(ServicePropagateTags.Service)
                .enableExecuteCommand(false)
                .tags(plan.tags().entrySet().stream()
                        .map(tag -> TagArgs.builder().key(tag.getKey()).value(tag.getValue()).build()).toList())
                .build();
        return new Service(name + "-stable", args, CustomResourceOptions.merge(options,
                CustomResourceOptions.builder().ignoreChanges("desiredCount").dependsOn(first).build()));
    }
}
