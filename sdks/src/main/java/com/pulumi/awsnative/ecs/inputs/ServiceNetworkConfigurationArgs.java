package com.pulumi.awsnative.ecs.inputs;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;

/** Network of a service. */
public final class ServiceNetworkConfigurationArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ServiceNetworkConfigurationArgs Empty = new ServiceNetworkConfigurationArgs();

    @Import(name = "awsvpcConfiguration")
    private Output<ServiceAwsVpcConfigurationArgs> awsvpcConfiguration;

    private ServiceNetworkConfigurationArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ServiceNetworkConfigurationArgs made = new ServiceNetworkConfigurationArgs();

        private Builder() {}

        /** Network of its tasks. */
        public Builder awsvpcConfiguration(Output<ServiceAwsVpcConfigurationArgs> value) {
            made.awsvpcConfiguration = value;
            return this;
        }

        /** Network of its tasks. */
        public Builder awsvpcConfiguration(ServiceAwsVpcConfigurationArgs value) {
            return awsvpcConfiguration(Output.of(value));
        }

        /** What was collected. */
        public ServiceNetworkConfigurationArgs build() {
            return made;
        }
    }
}
