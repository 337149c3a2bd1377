package com.pulumi.awsnative.ecs.inputs;

import com.pulumi.awsnative.ecs.enums.ServiceDeploymentLifecycleHookLifecycleStagesItem;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import java.util.Objects;

/** A function that ECS asks during a deployment. */
public final class ServiceDeploymentLifecycleHookArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ServiceDeploymentLifecycleHookArgs Empty = new ServiceDeploymentLifecycleHookArgs();

    @Import(name = "lifecycleStages", required = true)
    private Output<List<ServiceDeploymentLifecycleHookLifecycleStagesItem>> lifecycleStages;

    @Import(name = "hookTargetArn")
    private Output<String> hookTargetArn;

    @Import(name = "roleArn")
    private Output<String> roleArn;

    private ServiceDeploymentLifecycleHookArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ServiceDeploymentLifecycleHookArgs made = new ServiceDeploymentLifecycleHookArgs();

        private Builder() {}

        /** When. */
        public Builder lifecycleStages(Output<List<ServiceDeploymentLifecycleHookLifecycleStagesItem>> value) {
            made.lifecycleStages = value;
            return this;
        }

        /** When. */
        public Builder lifecycleStages(List<ServiceDeploymentLifecycleHookLifecycleStagesItem> value) {
            return lifecycleStages(Output.of(value));
        }

        /** When. */
        public Builder lifecycleStages(ServiceDeploymentLifecycleHookLifecycleStagesItem... values) {
            return lifecycleStages(List.of(values));
        }

        /** The function. */
        public Builder hookTargetArn(Output<String> value) {
            made.hookTargetArn = value;
            return this;
        }

        /** The function. */
        public Builder hookTargetArn(String value) {
            return hookTargetArn(Output.of(value));
        }

        /** Role by which ECS may call it. */
        public Builder roleArn(Output<String> value) {
            made.roleArn = value;
            return this;
        }

        /** Role by which ECS may call it. */
        public Builder roleArn(String value) {
            return roleArn(Output.of(value));
        }

        /** What was collected; throws NullPointerException when one that is needed is missing. */
        public ServiceDeploymentLifecycleHookArgs build() {
            Objects.requireNonNull(made.lifecycleStages, "expected parameter 'lifecycleStages' to be non-null");
            return made;
        }
    }
}
