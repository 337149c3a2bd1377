package com.pulumi.awsnative.ecs.enums;

import com.pulumi.core.annotations.EnumType;

/** Where tasks have their tags from. */
@EnumType
public enum ServicePropagateTags {
    /** From the service. */
    Service("SERVICE"),
    /** From the task definition. */
    TaskDefinition("TASK_DEFINITION");

    private final String value;

    ServicePropagateTags(String value) {
        this.value = value;
    }

    /** The word that the provider takes. */
    @EnumType.Converter
    public String getValue() {
        return value;
    }
}
