package com.pulumi.awsx.ec2.enums;

import com.pulumi.core.annotations.EnumType;

/** What a subnet reaches. */
@EnumType
public enum SubnetType {
    /** Routed to the internet gateway; public addresses on launch. */
    Public("Public"),
    /** Out through a NAT gateway, if there is one. */
    Private("Private"),
    /** No route out. */
    Isolated("Isolated"),
    /** A range that is kept free. */
    Unused("Unused");

    private final String value;

    SubnetType(String value) {
        this.value = value;
    }

    /** The word that the provider takes. */
    @EnumType.Converter
    public String getValue() {
        return value;
    }
}
