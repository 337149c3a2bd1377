package com.pulumi.awsnative.ecs.enums;

import com.pulumi.core.annotations.EnumType;

/** How a new revision replaces the old one. */
@EnumType
public enum ServiceDeploymentConfigurationStrategy {
    /** Task by task. */
    Rolling("ROLLING"),
    /** All requests change sides at once, once the new revision runs. */
    BlueGreen("BLUE_GREEN"),
    /** Equal shares, one after the other. */
    Linear("LINEAR"),
    /** A small share first, then the rest at once. */
    Canary("CANARY");

    private final String value;

    ServiceDeploymentConfigurationStrategy(String value) {
        this.value = value;
    }

    /** The word that the provider takes. */
    @EnumType.Converter
    public String getValue() {
        return value;
    }
}
