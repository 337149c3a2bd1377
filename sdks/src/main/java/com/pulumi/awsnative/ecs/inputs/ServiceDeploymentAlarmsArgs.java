package com.pulumi.awsnative.ecs.inputs;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import java.util.Objects;

/** Alarms that end a deployment. */
public final class ServiceDeploymentAlarmsArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ServiceDeploymentAlarmsArgs Empty = new ServiceDeploymentAlarmsArgs();

    @Import(name = "alarmNames", required = true)
    private Output<List<String>> alarmNames;

    @Import(name = "enable", required = true)
    private Output<Boolean> enable;

    @Import(name = "rollback", required = true)
    private Output<Boolean> rollback;

    private ServiceDeploymentAlarmsArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ServiceDeploymentAlarmsArgs made = new ServiceDeploymentAlarmsArgs();

        private Builder() {}

        /** Their names. */
        public Builder alarmNames(Output<List<String>> value) {
            made.alarmNames = value;
            return this;
        }

        /** Their names. */
        public Builder alarmNames(List<String> value) {
            return alarmNames(Output.of(value));
        }

        /** Their names. */
        public Builder alarmNames(String... values) {
            return alarmNames(List.of(values));
        }

        /** Whether they are watched. */
        public Builder enable(Output<Boolean> value) {
            made.enable = value;
            return this;
        }

        /** Whether they are watched. */
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
        public ServiceDeploymentAlarmsArgs build() {
            Objects.requireNonNull(made.alarmNames, "expected parameter 'alarmNames' to be non-null");
            Objects.requireNonNull(made.enable, "expected parameter 'enable' to be non-null");
            Objects.requireNonNull(made.rollback, "expected parameter 'rollback' to be non-null");
            return made;
        }
    }
}
