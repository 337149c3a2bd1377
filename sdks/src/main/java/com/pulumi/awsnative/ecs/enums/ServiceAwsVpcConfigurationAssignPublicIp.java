package com.pulumi.awsnative.ecs.enums;

import com.pulumi.core.annotations.EnumType;

/** Whether tasks get a public address. */
@EnumType
public enum ServiceAwsVpcConfigurationAssignPublicIp {
    /** They do not. */
    Disabled("DISABLED"),
    /** They do. */
    Enabled("ENABLED");

    private final String value;

    ServiceAwsVpcConfigurationAssignPublicIp(String value) {
        this.value = value;
    }

    /** The word that the provider takes. */
    @EnumType.Converter
    public String getValue() {
        return value;
    }
}
