package com.pulumi.awsx.ec2.enums;

import com.pulumi.core.annotations.EnumType;

/** How ranges are shared out among subnets. */
@EnumType
public enum SubnetAllocationStrategy {
    /** Private ones first, then public, then isolated. */
    Legacy("Legacy"),
    /** As specified, with gaps where needed. */
    Auto("Auto"),
    /** The whole range is accounted for. */
    Exact("Exact");

    private final String value;

    SubnetAllocationStrategy(String value) {
        this.value = value;
    }

    /** The word that the provider takes. */
    @EnumType.Converter
    public String getValue() {
        return value;
    }
}
