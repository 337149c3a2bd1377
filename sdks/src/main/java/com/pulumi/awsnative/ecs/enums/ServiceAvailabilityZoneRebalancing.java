package com.pulumi.awsnative.ecs.enums;

import com.pulumi.core.annotations.EnumType;

/** Whether ECS moves tasks so that zones have equally many. */
@EnumType
public enum ServiceAvailabilityZoneRebalancing {
    /** It does. */
    Enabled("ENABLED"),
    /** It does not. */
    Disabled("DISABLED");

    private final String value;

    ServiceAvailabilityZoneRebalancing(String value) {
        this.value = value;
    }

    /** The word that the provider takes. */
    @EnumType.Converter
    public String getValue() {
        return value;
    }
}
