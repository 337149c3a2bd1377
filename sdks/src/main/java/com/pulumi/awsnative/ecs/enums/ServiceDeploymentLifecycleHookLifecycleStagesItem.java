package com.pulumi.awsnative.ecs.enums;

import com.pulumi.core.annotations.EnumType;

/** When a hook is called. */
@EnumType
public enum ServiceDeploymentLifecycleHookLifecycleStagesItem {
    /** A deployment starts beside another. */
    ReconcileService("RECONCILE_SERVICE"),
    /** Before the new revision starts. */
    PreScaleUp("PRE_SCALE_UP"),
    /** The new revision runs, without requests. */
    PostScaleUp("POST_SCALE_UP"),
    /** Test requests move. */
    TestTrafficShift("TEST_TRAFFIC_SHIFT"),
    /** Test requests have moved. */
    PostTestTrafficShift("POST_TEST_TRAFFIC_SHIFT"),
    /** Before each move of requests. */
    PreProductionTrafficShift("PRE_PRODUCTION_TRAFFIC_SHIFT"),
    /** At each move of requests. */
    ProductionTrafficShift("PRODUCTION_TRAFFIC_SHIFT"),
    /** All requests have moved. */
    PostProductionTrafficShift("POST_PRODUCTION_TRAFFIC_SHIFT");

    private final String value;

    ServiceDeploymentLifecycleHookLifecycleStagesItem(String value) {
        this.value = value;
    }

    /** The word that the provider takes. */
    @EnumType.Converter
    public String getValue() {
        return value;
    }
}
