package com.pulumi.awsnative.ecs.inputs;

import com.pulumi.awsnative.ecs.enums.ServiceAwsVpcConfigurationAssignPublicIp;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;

/** Network of the tasks. */
public final class ServiceAwsVpcConfigurationArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ServiceAwsVpcConfigurationArgs Empty = new ServiceAwsVpcConfigurationArgs();

    @Import(name = "assignPublicIp")
    private Output<ServiceAwsVpcConfigurationAssignPublicIp> assignPublicIp;

    @Import(name = "securityGroups")
    private Output<List<String>> securityGroups;

    @Import(name = "subnets")
    private Output<List<String>> subnets;

    private ServiceAwsVpcConfigurationArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ServiceAwsVpcConfigurationArgs made = new ServiceAwsVpcConfigurationArgs();

        private Builder() {}

        /** Whether they get a public address. */
        public Builder assignPublicIp(Output<ServiceAwsVpcConfigurationAssignPublicIp> value) {
            made.assignPublicIp = value;
            return this;
        }

        /** Whether they get a public address. */
        public Builder assignPublicIp(ServiceAwsVpcConfigurationAssignPublicIp value) {
            return assignPublicIp(Output.of(value));
        }

        /** At most five. */
        public Builder securityGroups(Output<List<String>> value) {
            made.securityGroups = value;
            return this;
        }

        /** At most five. */
        public Builder securityGroups(List<String> value) {
            return securityGroups(Output.of(value));
        }

        /** At most five. */
        public Builder securityGroups(String... values) {
            return securityGroups(List.of(values));
        }

        /** At most sixteen. */
        public Builder subnets(Output<List<String>> value) {
            made.subnets = value;
            return this;
        }

        /** At most sixteen. */
        public Builder subnets(List<String> value) {
            return subnets(Output.of(value));
        }

        /** At most sixteen. */
        public Builder subnets(String... values) {
            return subnets(List.of(values));
        }

        /** What was collected. */
        public ServiceAwsVpcConfigurationArgs build() {
            return made;
        }
    }
}
