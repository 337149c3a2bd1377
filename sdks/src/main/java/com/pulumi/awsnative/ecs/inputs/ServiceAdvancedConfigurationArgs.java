package com.pulumi.awsnative.ecs.inputs;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.Objects;

/** What ECS needs to move requests between two target groups. */
public final class ServiceAdvancedConfigurationArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ServiceAdvancedConfigurationArgs Empty = new ServiceAdvancedConfigurationArgs();

    @Import(name = "alternateTargetGroupArn", required = true)
    private Output<String> alternateTargetGroupArn;

    @Import(name = "productionListenerRule")
    private Output<String> productionListenerRule;

    @Import(name = "testListenerRule")
    private Output<String> testListenerRule;

    @Import(name = "roleArn")
    private Output<String> roleArn;

    private ServiceAdvancedConfigurationArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ServiceAdvancedConfigurationArgs made = new ServiceAdvancedConfigurationArgs();

        private Builder() {}

        /** The other target group. */
        public Builder alternateTargetGroupArn(Output<String> value) {
            made.alternateTargetGroupArn = value;
            return this;
        }

        /** The other target group. */
        public Builder alternateTargetGroupArn(String value) {
            return alternateTargetGroupArn(Output.of(value));
        }

        /** Rule whose weights ECS changes. */
        public Builder productionListenerRule(Output<String> value) {
            made.productionListenerRule = value;
            return this;
        }

        /** Rule whose weights ECS changes. */
        public Builder productionListenerRule(String value) {
            return productionListenerRule(Output.of(value));
        }

        /** Rule of test requests. */
        public Builder testListenerRule(Output<String> value) {
            made.testListenerRule = value;
            return this;
        }

        /** Rule of test requests. */
        public Builder testListenerRule(String value) {
            return testListenerRule(Output.of(value));
        }

        /** Role by which ECS may do so. */
        public Builder roleArn(Output<String> value) {
            made.roleArn = value;
            return this;
        }

        /** Role by which ECS may do so. */
        public Builder roleArn(String value) {
            return roleArn(Output.of(value));
        }

        /** What was collected; throws NullPointerException when one that is needed is missing. */
        public ServiceAdvancedConfigurationArgs build() {
            Objects.requireNonNull(made.alternateTargetGroupArn, "expected parameter 'alternateTargetGroupArn' to be non-null");
            return made;
        }
    }
}
