package com.pulumi.awsx.ec2.inputs;

import com.pulumi.awsx.ec2.enums.NatGatewayStrategy;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.Objects;

/** NAT gateways of a VPC. */
public final class NatGatewayConfigurationArgs extends ResourceArgs {

    /** Nothing set. */
    public static final NatGatewayConfigurationArgs Empty = new NatGatewayConfigurationArgs();

    @Import(name = "strategy", required = true)
    private NatGatewayStrategy strategy;

    private NatGatewayConfigurationArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final NatGatewayConfigurationArgs made = new NatGatewayConfigurationArgs();

        private Builder() {}

        /** How many. */
        public Builder strategy(NatGatewayStrategy value) {
            made.strategy = value;
            return this;
        }

        /** What was collected; throws NullPointerException when one that is needed is missing. */
        public NatGatewayConfigurationArgs build() {
            Objects.requireNonNull(made.strategy, "expected parameter 'strategy' to be non-null");
            return made;
        }
    }
}
