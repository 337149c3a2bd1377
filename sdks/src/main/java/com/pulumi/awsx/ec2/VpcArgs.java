package com.pulumi.awsx.ec2;

import com.pulumi.awsx.ec2.enums.SubnetAllocationStrategy;
import com.pulumi.awsx.ec2.inputs.NatGatewayConfigurationArgs;
import com.pulumi.awsx.ec2.inputs.SubnetSpecArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import java.util.Map;

/** What a VPC of awsx is made from; a part of what the provider takes. */
public final class VpcArgs extends ResourceArgs {

    /** Nothing set. */
    public static final VpcArgs Empty = new VpcArgs();

    @Import(name = "cidrBlock")
    private String cidrBlock;

    @Import(name = "availabilityZoneNames")
    private List<String> availabilityZoneNames;

    @Import(name = "subnetSpecs")
    private List<SubnetSpecArgs> subnetSpecs;

    @Import(name = "subnetStrategy")
    private SubnetAllocationStrategy subnetStrategy;

    @Import(name = "natGateways")
    private NatGatewayConfigurationArgs natGateways;

    @Import(name = "enableDnsHostnames")
    private Output<Boolean> enableDnsHostnames;

    @Import(name = "enableDnsSupport")
    private Output<Boolean> enableDnsSupport;

    @Import(name = "assignGeneratedIpv6CidrBlock")
    private Output<Boolean> assignGeneratedIpv6CidrBlock;

    @Import(name = "tags")
    private Output<Map<String, String>> tags;

    private VpcArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final VpcArgs made = new VpcArgs();

        private Builder() {}

        /** IPv4 range, 10.0.0.0/16 by default. */
        public Builder cidrBlock(String value) {
            made.cidrBlock = value;
            return this;
        }

        /** Zones; the first three of the region by default. */
        public Builder availabilityZoneNames(List<String> value) {
            made.availabilityZoneNames = value;
            return this;
        }

        /** Zones; the first three of the region by default. */
        public Builder availabilityZoneNames(String... values) {
            return availabilityZoneNames(List.of(values));
        }

        /** Subnets of each zone. */
        public Builder subnetSpecs(List<SubnetSpecArgs> value) {
            made.subnetSpecs = value;
            return this;
        }

        /** Subnets of each zone. */
        public Builder subnetSpecs(SubnetSpecArgs... values) {
            return subnetSpecs(List.of(values));
        }

        /** How ranges are shared out, Legacy by default. */
        public Builder subnetStrategy(SubnetAllocationStrategy value) {
            made.subnetStrategy = value;
            return this;
        }

        /** NAT gateways, one in each zone by default. */
        public Builder natGateways(NatGatewayConfigurationArgs value) {
            made.natGateways = value;
            return this;
        }

        /** Whether instances get names; false by default. */
        public Builder enableDnsHostnames(Output<Boolean> value) {
            made.enableDnsHostnames = value;
            return this;
        }

        /** Whether instances get names; false by default. */
        public Builder enableDnsHostnames(Boolean value) {
            return enableDnsHostnames(Output.of(value));
        }

        /** Whether names are resolved; true by default. */
        public Builder enableDnsSupport(Output<Boolean> value) {
            made.enableDnsSupport = value;
            return this;
        }

        /** Whether names are resolved; true by default. */
        public Builder enableDnsSupport(Boolean value) {
            return enableDnsSupport(Output.of(value));
        }

        /** Whether the VPC gets a /56 of AWS; its subnets do not. False by default. */
        public Builder assignGeneratedIpv6CidrBlock(Output<Boolean> value) {
            made.assignGeneratedIpv6CidrBlock = value;
            return this;
        }

        /** Whether the VPC gets a /56 of AWS; its subnets do not. False by default. */
        public Builder assignGeneratedIpv6CidrBlock(Boolean value) {
            return assignGeneratedIpv6CidrBlock(Output.of(value));
        }

        /** Tags of the VPC and what is in it. */
        public Builder tags(Output<Map<String, String>> value) {
            made.tags = value;
            return this;
        }

        /** Tags of the VPC and what is in it. */
        public Builder tags(Map<String, String> value) {
            return tags(Output.of(value));
        }

        /** What was collected. */
        public VpcArgs build() {
            return made;
        }
    }
}
