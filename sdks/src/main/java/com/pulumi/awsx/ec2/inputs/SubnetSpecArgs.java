package com.pulumi.awsx.ec2.inputs;

import com.pulumi.awsx.ec2.enums.SubnetType;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One subnet in each zone of a VPC. */
public final class SubnetSpecArgs extends ResourceArgs {

    /** Nothing set. */
    public static final SubnetSpecArgs Empty = new SubnetSpecArgs();

    @Import(name = "type", required = true)
    private SubnetType type;

    @Import(name = "name")
    private String name;

    @Import(name = "cidrBlocks")
    private List<String> cidrBlocks;

    @Import(name = "cidrMask")
    private Integer cidrMask;

    @Import(name = "tags")
    private Output<Map<String, String>> tags;

    private SubnetSpecArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final SubnetSpecArgs made = new SubnetSpecArgs();

        private Builder() {}

        /** What it reaches. */
        public Builder type(SubnetType value) {
            made.type = value;
            return this;
        }

        /** Part of its name: VPC, this, number of the zone from 1. */
        public Builder name(String value) {
            made.name = value;
            return this;
        }

        /** Its IPv4 range in each zone, in the order of zones; then every other spec says them too. */
        public Builder cidrBlocks(List<String> value) {
            made.cidrBlocks = value;
            return this;
        }

        /** Its IPv4 range in each zone, in the order of zones; then every other spec says them too. */
        public Builder cidrBlocks(String... values) {
            return cidrBlocks(List.of(values));
        }

        /** Length of its prefix, where ranges are shared out. */
        public Builder cidrMask(Integer value) {
            made.cidrMask = value;
            return this;
        }

        /** Further tags. */
        public Builder tags(Output<Map<String, String>> value) {
            made.tags = value;
            return this;
        }

        /** Further tags. */
        public Builder tags(Map<String, String> value) {
            return tags(Output.of(value));
        }

        /** What was collected; throws NullPointerException when one that is needed is missing. */
        public SubnetSpecArgs build() {
            Objects.requireNonNull(made.type, "expected parameter 'type' to be non-null");
            return made;
        }
    }
}
