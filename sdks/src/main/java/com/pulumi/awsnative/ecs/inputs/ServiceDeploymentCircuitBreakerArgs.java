package com.pulumi.awsnative.ecs.inputs;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.Objects;

/** Ends a deployment whose tasks do not stay up. */
public final class ServiceDeploymentCircuitBreakerArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ServiceDeploymentCircuitBreakerArgs Empty = new ServiceDeploymentCircuitBreakerArgs();

    @Import(name = "enable", required = true)
    private Output<Boolean> enable;

    @Import(name = "rollback", required = true)
    private Output<Boolean> rollback;

    private ServiceDeploymentCircuitBreakerArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ServiceDeploymentCircuitBreakerArgs made = new ServiceDeploymentCircuitBreakerArgs();

        private Builder() {}

        /** Whether it is on. */
        public Builder enable(Output<Boolean> value) {
            made.enable = value;
            return this;
        }

        /** Whether it is on. */
        public Builder enable(Boolean value) {
            return enable(Output.of(value));
        }

        /** Whether the old revision comes back. */
        public Builder rollback(Output<Boolean> value) {
            made.rollback = value;
            return this;
        }

        /** Whether the old revision comes back. */
        public Builder rollback(Boolean value) {
            return rollback(Output.of(value));
        }

        /** What was collected; throws NullPointerException when one that is needed is missing. */
        public ServiceDeploymentCircuitBreakerArgs build() {
            Objects.requireNonNull(made.enable, "expected parameter 'enable' to be non-null");
            Objects.requireNonNull(made.rollback, "expected parameter 'rollback' to be non-null");
            return made;
        }
    }
}
