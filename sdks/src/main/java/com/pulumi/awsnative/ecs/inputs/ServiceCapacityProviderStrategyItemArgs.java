package com.pulumi.awsnative.ecs.inputs;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;

/** A share of the capacity. */
public final class ServiceCapacityProviderStrategyItemArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ServiceCapacityProviderStrategyItemArgs Empty = new ServiceCapacityProviderStrategyItemArgs();

    @Import(name = "capacityProvider")
    private Output<String> capacityProvider;

    @Import(name = "base")
    private Output<Integer> base;

    @Import(name = "weight")
    private Output<Integer> weight;

    private ServiceCapacityProviderStrategyItemArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ServiceCapacityProviderStrategyItemArgs made = new ServiceCapacityProviderStrategyItemArgs();

        private Builder() {}

        /** Name of the capacity provider. */
        public Builder capacityProvider(Output<String> value) {
            made.capacityProvider = value;
            return this;
        }

        /** Name of the capacity provider. */
        public Builder capacityProvider(String value) {
            return capacityProvider(Output.of(value));
        }

        /** Tasks that it gets first. */
        public Builder base(Output<Integer> value) {
            made.base = value;
            return this;
        }

        /** Tasks that it gets first. */
        public Builder base(Integer value) {
            return base(Output.of(value));
        }

        /** Its share of the rest. */
        public Builder weight(Output<Integer> value) {
            made.weight = value;
            return this;
        }

        /** Its share of the rest. */
        public Builder weight(Integer value) {
            return weight(Output.of(value));
        }

        /** What was collected. */
        public ServiceCapacityProviderStrategyItemArgs build() {
            return made;
        }
    }
}
