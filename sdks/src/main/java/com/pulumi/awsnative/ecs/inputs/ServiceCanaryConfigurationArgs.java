package com.pulumi.awsnative.ecs.inputs;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;

/** The first share of a canary. */
public final class ServiceCanaryConfigurationArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ServiceCanaryConfigurationArgs Empty = new ServiceCanaryConfigurationArgs();

    @Import(name = "canaryPercent")
    private Output<Double> canaryPercent;

    @Import(name = "canaryBakeTimeInMinutes")
    private Output<Integer> canaryBakeTimeInMinutes;

    private ServiceCanaryConfigurationArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ServiceCanaryConfigurationArgs made = new ServiceCanaryConfigurationArgs();

        private Builder() {}

        /** 0.1 to 100.0 in steps of 0.1, 5.0 by default. */
        public Builder canaryPercent(Output<Double> value) {
            made.canaryPercent = value;
            return this;
        }

        /** 0.1 to 100.0 in steps of 0.1, 5.0 by default. */
        public Builder canaryPercent(Double value) {
            return canaryPercent(Output.of(value));
        }

        /** 0 to 1440 minutes, 10 by default. */
        public Builder canaryBakeTimeInMinutes(Output<Integer> value) {
            made.canaryBakeTimeInMinutes = value;
            return this;
        }

        /** 0 to 1440 minutes, 10 by default. */
        public Builder canaryBakeTimeInMinutes(Integer value) {
            return canaryBakeTimeInMinutes(Output.of(value));
        }

        /** What was collected. */
        public ServiceCanaryConfigurationArgs build() {
            return made;
        }
    }
}
