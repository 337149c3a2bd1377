package dev.tandem.components.service;

import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.ecs.inputs.ServiceAlarmsArgs;
import com.pulumi.aws.ecs.inputs.ServiceCapacityProviderStrategyArgs;
import com.pulumi.aws.ecs.inputs.ServiceDeploymentCircuitBreakerArgs;
import com.pulumi.aws.ecs.inputs.ServiceLoadBalancerArgs;
import com.pulumi.aws.ecs.inputs.ServiceNetworkConfigurationArgs;
import com.pulumi.aws.ecs.inputs.ServiceServiceRegistriesArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceDnsConfigArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceDnsConfigDnsRecordArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceHealthCheckCustomConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.network.MeshPorts;
import dev.tandem.mesh.route.ServiceVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The running service: for each version its registration in Cloud Map and its ECS service. */
final class ServiceRuntime {

    /** New tasks may fail health checks this long without being replaced. */
    static final int GRACE_SECONDS = 60;

    private ServiceRuntime() {}

    /**
     * A version as it runs.
     *
     * @param key   its part of Pulumi names
     * @param name  ECS service and name in {@code svc.local}
     * @param tasks fewest tasks
     * @param tags  tags besides the provider's default ones
     * @param gated whether the service's alarms stop its deployments: a canary's are judged by its own answers
     */
    record Version(String key, String name, int tasks, Map<String, String> tags, boolean gated) {

        static Version stable(MeshServicePlan plan) {
            return new Version(ServiceVersion.STABLE, plan.names().stable(), plan.args().minTasks(), plan.tags(), true);
        }

        static Version of(CanaryPlan canary) {
            return new Version(ServiceVersion.CANARY, canary.name(), canary.scaling().minTasks(), canary.tags(), false);
        }
    }

    private static com.pulumi.aws.servicediscovery.Service registration(
            String name, FoundationRef foundation, MeshServicePlan plan, Version version, CustomResourceOptions options) {
        return new com.pulumi.aws.servicediscovery.Service(
                name + "-" + version.key() + "-discovery",
                com.pulumi.aws.servicediscovery.ServiceArgs.builder()
                        .name(version.name())
                        .description("Tasks of the " + version.key() + " version of " + plan.args().name())
                        .dnsConfig(ServiceDnsConfigArgs.builder()
                                .namespaceId(foundation.namespaceId())
                                .routingPolicy("MULTIVALUE")
                                .dnsRecords(ServiceDnsConfigDnsRecordArgs.builder()
                                        .type("A")
                                        .ttl(plan.dnsTtlSeconds())
                                        .build())
                                .build())
                        // ECS reports a task's end itself; a threshold above 1 is ignored by Cloud Map.
                        .healthCheckCustomConfig(ServiceHealthCheckCustomConfigArgs.builder()
                                .failureThreshold(1)
                                .build())
                        .forceDestroy(true)
                        .tags(version.tags())
                        .build(),
                options);
    }

    /** What an ECS service is put together from. */
    record Parts(
            Output<String> taskDefinitionArn,
            Output<String> securityGroupId,
            Optional<ServiceEdge> edge,
            List<Resource> readyFirst) {}

    static com.pulumi.aws.ecs.Service service(
            String name, FoundationRef foundation, MeshServicePlan plan, Version version, Parts parts,
            CustomResourceOptions options) {
        ServiceArgs.Builder args = ServiceArgs.builder()
                .name(version.name())
                .cluster(foundation.clusterArn())
                .taskDefinition(parts.taskDefinitionArn())
                .desiredCount(version.tasks())
                .platformVersion("LATEST")
                // Without it the provider makes a new service when the shares of Spot change, instead of moving its tasks.
                .forceNewDeployment(true)
                .capacityProviderStrategies(plan.args().criticality().strategy().stream()
                        .map(share -> ServiceCapacityProviderStrategyArgs.builder()
                                .capacityProvider(share.provider())
                                .base(share.base())
                                .weight(share.weight())
                                .build())
                        .toList())
                .networkConfiguration(ServiceNetworkConfigurationArgs.builder()
                        .assignPublicIp(false)
                        .subnets(Output.all(foundation.privateSubnetIds()))
                        .securityGroups(parts.securityGroupId().applyValue(List::of))
                        .build())
                .serviceRegistries(ServiceServiceRegistriesArgs.builder()
                        .registryArn(registration(name, foundation, plan, version, options).arn()).build())
                .deploymentCircuitBreaker(
                        ServiceDeploymentCircuitBreakerArgs.builder().enable(true).rollback(true).build())
                .deploymentMinimumHealthyPercent(100)
                .deploymentMaximumPercent(200)
                .availabilityZoneRebalancing("ENABLED")
                .enableEcsManagedTags(true)
                .propagateTags("SERVICE")
                .enableExecuteCommand(false)
                .tags(version.tags());
        if (version.gated()) {
            args.alarms(ServiceAlarmsArgs.builder()
                    .alarmNames(ServiceAlarms.gateNames(plan)).enable(true).rollback(true).build());
        }
        parts.edge().ifPresent(edge -> args.healthCheckGracePeriodSeconds(GRACE_SECONDS)
                .loadBalancers(ServiceLoadBalancerArgs.builder()
                        .targetGroupArn(edge.targetGroup().arn())
                        .containerName(TaskContainers.ENVOY)
                        .containerPort(MeshPorts.EDGE)
                        .build()));
        // The number of tasks belongs to the scaling policies after the first deployment. ECS refuses a service whose
        // target group has no listener yet, and a task can't start before its roles may do anything.
        return new com.pulumi.aws.ecs.Service(
                name + "-" + version.key(),
                args.build(),
                CustomResourceOptions.merge(
                        options,
                        CustomResourceOptions.builder()
                                .ignoreChanges("desiredCount")
                                .dependsOn(parts.readyFirst())
                                .build()));
    }
}
