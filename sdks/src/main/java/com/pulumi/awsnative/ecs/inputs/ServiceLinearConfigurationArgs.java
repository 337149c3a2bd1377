package com.pulumi.awsnative.ecs.inputs;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;

/** The steps of a linear deployment. */
public final class ServiceLinearConfigurationArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ServiceLinearConfigurationArgs Empty = new ServiceLinearConfigurationArgs();

    @Import(name = "stepPercent")
    private Output<Double> stepPercent;

    @Import(name = "stepBakeTimeInMinutes")
    private Output<Integer> stepBakeTimeInMinutes;

    private ServiceLinearConfigurationArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ServiceLinearConfigurationArgs made = new ServiceLinearConfigurationArgs();

        private Builder() {}

        /** 3.0 to 100.0 in steps of 0.1, 10.0 by default. */
        public Builder stepPercent(Output<Double> value) {
            made.stepPercent = value;
            return this;
        }

        /** 3.0 to 100.0 in steps of 0.1, 10.0 by default. */
        public Builder stepPercent(Double value) {
            return stepPercent(Output.of(value));
        }

        /** 0 to 1440 minutes, 6 by default. */
        public Builder stepBakeTimeInMinutes(Output<Integer> value) {
            made.stepBakeTimeInMinutes = value;
            return this;
        }

        /** 0 to 1440 minutes, 6 by default. */
        public Builder stepBakeTimeInMinutes(Integer value) {
            return stepBakeTimeInMinutes(Output.of(value));
        }

        /** What was collected. */
        public ServiceLinearConfigurationArgs build() {
            return made;
        }
    }
}
