package com.pulumi.awsnative.ecs.inputs;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;

/** A container behind a target group. */
public final class ServiceLoadBalancerArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ServiceLoadBalancerArgs Empty = new ServiceLoadBalancerArgs();

    @Import(name = "targetGroupArn")
    private Output<String> targetGroupArn;

    @Import(name = "containerName")
    private Output<String> containerName;

    @Import(name = "containerPort")
    private Output<Integer> containerPort;

    @Import(name = "advancedConfiguration")
    private Output<ServiceAdvancedConfigurationArgs> advancedConfiguration;

    private ServiceLoadBalancerArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ServiceLoadBalancerArgs made = new ServiceLoadBalancerArgs();

        private Builder() {}

        /** The target group. */
        public Builder targetGroupArn(Output<String> value) {
            made.targetGroupArn = value;
            return this;
        }

        /** The target group. */
        public Builder targetGroupArn(String value) {
            return targetGroupArn(Output.of(value));
        }

        /** The container. */
        public Builder containerName(Output<String> value) {
            made.containerName = value;
            return this;
        }

        /** The container. */
        public Builder containerName(String value) {
            return containerName(Output.of(value));
        }

        /** Its port. */
        public Builder containerPort(Output<Integer> value) {
            made.containerPort = value;
            return this;
        }

        /** Its port. */
        public Builder containerPort(Integer value) {
            return containerPort(Output.of(value));
        }

        /** What ECS needs to move requests. */
        public Builder advancedConfiguration(Output<ServiceAdvancedConfigurationArgs> value) {
            made.advancedConfiguration = value;
            return this;
        }

        /** What ECS needs to move requests. */
        public Builder advancedConfiguration(ServiceAdvancedConfigurationArgs value) {
            return advancedConfiguration(Output.of(value));
        }

        /** What was collected. */
        public ServiceLoadBalancerArgs build() {
            return made;
        }
    }
}
