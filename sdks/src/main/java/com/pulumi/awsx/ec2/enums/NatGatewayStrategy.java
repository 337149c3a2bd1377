package com.pulumi.awsx.ec2.enums;

import com.pulumi.core.annotations.EnumType;

/** How many NAT gateways a VPC has. */
@EnumType
public enum NatGatewayStrategy {
    /** None: private subnets have no route out. */
    None("None"),
    /** One, in the first zone, for all. */
    Single("Single"),
    /** One in each zone; what awsx does unless told. */
    OnePerAz("OnePerAz");

    private final String value;

    NatGatewayStrategy(String value) {
        this.value = value;
    }

    /** The word that the provider takes. */
    @EnumType.Converter
    public String getValue() {
        return value;
    }
}
