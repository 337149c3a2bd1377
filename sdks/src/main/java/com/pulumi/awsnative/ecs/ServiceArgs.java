package com.pulumi.awsnative.ecs;

import com.pulumi.awsnative.ecs.enums.ServiceAvailabilityZoneRebalancing;
import com.pulumi.awsnative.ecs.enums.ServicePropagateTags;
import com.pulumi.awsnative.ecs.inputs.ServiceCapacityProviderStrategyItemArgs;
import com.pulumi.awsnative.ecs.inputs.ServiceDeploymentConfigurationArgs;
import com.pulumi.awsnative.ecs.inputs.ServiceLoadBalancerArgs;
import com.pulumi.awsnative.ecs.inputs.ServiceNetworkConfigurationArgs;
import com.pulumi.awsnative.inputs.TagArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;

/** What an ECS service is made from; a part of what the provider takes. */
public final class ServiceArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ServiceArgs Empty = new ServiceArgs();

    @Import(name = "serviceName")
    private Output<String> serviceName;

    @Import(name = "cluster")
    private Output<String> cluster;

    @Import(name = "taskDefinition")
    private Output<String> taskDefinition;

    @Import(name = "desiredCount")
    private Output<Integer> desiredCount;

    @Import(name = "platformVersion")
    private Output<String> platformVersion;

    @Import(name = "capacityProviderStrategy")
    private Output<List<ServiceCapacityProviderStrategyItemArgs>> capacityProviderStrategy;

    @Import(name = "networkConfiguration")
    private Output<ServiceNetworkConfigurationArgs> networkConfiguration;

    @Import(name = "loadBalancers")
    private Output<List<ServiceLoadBalancerArgs>> loadBalancers;

    @Import(name = "deploymentConfiguration")
    private Output<ServiceDeploymentConfigurationArgs> deploymentConfiguration;

    @Import(name = "availabilityZoneRebalancing")
    private Output<ServiceAvailabilityZoneRebalancing> availabilityZoneRebalancing;

    @Import(name = "healthCheckGracePeriodSeconds")
    private Output<Integer> healthCheckGracePeriodSeconds;

    @Import(name = "enableEcsManagedTags")
    private Output<Boolean> enableEcsManagedTags;

    @Import(name = "enableExecuteCommand")
    private Output<Boolean> enableExecuteCommand;

    @Import(name = "propagateTags")
    private Output<ServicePropagateTags> propagateTags;

    @Import(name = "tags")
    private Output<List<TagArgs>> tags;

    private ServiceArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ServiceArgs made = new ServiceArgs();

        private Builder() {}

        /** Its name. */
        public Builder serviceName(Output<String> value) {
            made.serviceName = value;
            return this;
        }

        /** Its name. */
        public Builder serviceName(String value) {
            return serviceName(Output.of(value));
        }

        /** ARN or name of the cluster. */
        public Builder cluster(Output<String> value) {
            made.cluster = value;
            return this;
        }

        /** ARN or name of the cluster. */
        public Builder cluster(String value) {
            return cluster(Output.of(value));
        }

        /** ARN of what runs. */
        public Builder taskDefinition(Output<String> value) {
            made.taskDefinition = value;
            return this;
        }

        /** ARN of what runs. */
        public Builder taskDefinition(String value) {
            return taskDefinition(Output.of(value));
        }

        /** Tasks. */
        public Builder desiredCount(Output<Integer> value) {
            made.desiredCount = value;
            return this;
        }

        /** Tasks. */
        public Builder desiredCount(Integer value) {
            return desiredCount(Output.of(value));
        }

        /** Version of Fargate. */
        public Builder platformVersion(Output<String> value) {
            made.platformVersion = value;
            return this;
        }

        /** Version of Fargate. */
        public Builder platformVersion(String value) {
            return platformVersion(Output.of(value));
        }

        /** Shares of the capacity. */
        public Builder capacityProviderStrategy(Output<List<ServiceCapacityProviderStrategyItemArgs>> value) {
            made.capacityProviderStrategy = value;
            return this;
        }

        /** Shares of the capacity. */
        public Builder capacityProviderStrategy(List<ServiceCapacityProviderStrategyItemArgs> value) {
            return capacityProviderStrategy(Output.of(value));
        }

        /** Shares of the capacity. */
        public Builder capacityProviderStrategy(ServiceCapacityProviderStrategyItemArgs... values) {
            return capacityProviderStrategy(List.of(values));
        }

        /** Network. */
        public Builder networkConfiguration(Output<ServiceNetworkConfigurationArgs> value) {
            made.networkConfiguration = value;
            return this;
        }

        /** Network. */
        public Builder networkConfiguration(ServiceNetworkConfigurationArgs value) {
            return networkConfiguration(Output.of(value));
        }

        /** What is behind which target group. */
        public Builder loadBalancers(Output<List<ServiceLoadBalancerArgs>> value) {
            made.loadBalancers = value;
            return this;
        }

        /** What is behind which target group. */
        public Builder loadBalancers(List<ServiceLoadBalancerArgs> value) {
            return loadBalancers(Output.of(value));
        }

        /** What is behind which target group. */
        public Builder loadBalancers(ServiceLoadBalancerArgs... values) {
            return loadBalancers(List.of(values));
        }

        /** How deployments go. */
        public Builder deploymentConfiguration(Output<ServiceDeploymentConfigurationArgs> value) {
            made.deploymentConfiguration = value;
            return this;
        }

        /** How deployments go. */
        public Builder deploymentConfiguration(ServiceDeploymentConfigurationArgs value) {
            return deploymentConfiguration(Output.of(value));
        }

        /** Whether zones are kept even. */
        public Builder availabilityZoneRebalancing(Output<ServiceAvailabilityZoneRebalancing> value) {
            made.availabilityZoneRebalancing = value;
            return this;
        }

        /** Whether zones are kept even. */
        public Builder availabilityZoneRebalancing(ServiceAvailabilityZoneRebalancing value) {
            return availabilityZoneRebalancing(Output.of(value));
        }

        /** Seconds for which failed checks of new tasks do not count. */
        public Builder healthCheckGracePeriodSeconds(Output<Integer> value) {
            made.healthCheckGracePeriodSeconds = value;
            return this;
        }

        /** Seconds for which failed checks of new tasks do not count. */
        public Builder healthCheckGracePeriodSeconds(Integer value) {
            return healthCheckGracePeriodSeconds(Output.of(value));
        }

        /** Whether ECS adds its own tags. */
        public Builder enableEcsManagedTags(Output<Boolean> value) {
            made.enableEcsManagedTags = value;
            return this;
        }

        /** Whether ECS adds its own tags. */
        public Builder enableEcsManagedTags(Boolean value) {
            return enableEcsManagedTags(Output.of(value));
        }

        /** Whether operators may run commands in tasks. */
        public Builder enableExecuteCommand(Output<Boolean> value) {
            made.enableExecuteCommand = value;
            return this;
        }

        /** Whether operators may run commands in tasks. */
        public Builder enableExecuteCommand(Boolean value) {
            return enableExecuteCommand(Output.of(value));
        }

        /** Where tasks have their tags from. */
        public Builder propagateTags(Output<ServicePropagateTags> value) {
            made.propagateTags = value;
            return this;
        }

        /** Where tasks have their tags from. */
        public Builder propagateTags(ServicePropagateTags value) {
            return propagateTags(Output.of(value));
        }

        /** Tags. */
        public Builder tags(Output<List<TagArgs>> value) {
            made.tags = value;
            return this;
        }

        /** Tags. */
        public Builder tags(List<TagArgs> value) {
            return tags(Output.of(value));
        }

        /** Tags. */
        public Builder tags(TagArgs... values) {
            return tags(List.of(values));
        }

        /** What was collected. */
        public ServiceArgs build() {
            return made;
        }
    }
}
