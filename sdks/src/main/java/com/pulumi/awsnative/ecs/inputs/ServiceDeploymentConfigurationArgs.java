package com.pulumi.awsnative.ecs.inputs;

import com.pulumi.awsnative.ecs.enums.ServiceDeploymentConfigurationStrategy;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;

/** How deployments go; a part of what the provider takes. */
public final class ServiceDeploymentConfigurationArgs extends ResourceArgs {

    /** Nothing set. */
    public static final ServiceDeploymentConfigurationArgs Empty = new ServiceDeploymentConfigurationArgs();

    @Import(name = "strategy")
    private Output<ServiceDeploymentConfigurationStrategy> strategy;

    @Import(name = "bakeTimeInMinutes")
    private Output<Integer> bakeTimeInMinutes;

    @Import(name = "canaryConfiguration")
    private Output<ServiceCanaryConfigurationArgs> canaryConfiguration;

    @Import(name = "linearConfiguration")
    private Output<ServiceLinearConfigurationArgs> linearConfiguration;

    @Import(name = "lifecycleHooks")
    private Output<List<ServiceDeploymentLifecycleHookArgs>> lifecycleHooks;

    @Import(name = "alarms")
    private Output<ServiceDeploymentAlarmsArgs> alarms;

    @Import(name = "deploymentCircuitBreaker")
    private Output<ServiceDeploymentCircuitBreakerArgs> deploymentCircuitBreaker;

    @Import(name = "maximumPercent")
    private Output<Integer> maximumPercent;

    @Import(name = "minimumHealthyPercent")
    private Output<Integer> minimumHealthyPercent;

    private ServiceDeploymentConfigurationArgs() {}

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {
        private final ServiceDeploymentConfigurationArgs made = new ServiceDeploymentConfigurationArgs();

        private Builder() {}

        /** How the new revision replaces the old one, rolling by default. */
        public Builder strategy(Output<ServiceDeploymentConfigurationStrategy> value) {
            made.strategy = value;
            return this;
        }

        /** How the new revision replaces the old one, rolling by default. */
        public Builder strategy(ServiceDeploymentConfigurationStrategy value) {
            return strategy(Output.of(value));
        }

        /** Minutes for which both revisions run after the last move, 15 by default. */
        public Builder bakeTimeInMinutes(Output<Integer> value) {
            made.bakeTimeInMinutes = value;
            return this;
        }

        /** Minutes for which both revisions run after the last move, 15 by default. */
        public Builder bakeTimeInMinutes(Integer value) {
            return bakeTimeInMinutes(Output.of(value));
        }

        /** Of a canary. */
        public Builder canaryConfiguration(Output<ServiceCanaryConfigurationArgs> value) {
            made.canaryConfiguration = value;
            return this;
        }

        /** Of a canary. */
        public Builder canaryConfiguration(ServiceCanaryConfigurationArgs value) {
            return canaryConfiguration(Output.of(value));
        }

        /** Of a linear deployment. */
        public Builder linearConfiguration(Output<ServiceLinearConfigurationArgs> value) {
            made.linearConfiguration = value;
            return this;
        }

        /** Of a linear deployment. */
        public Builder linearConfiguration(ServiceLinearConfigurationArgs value) {
            return linearConfiguration(Output.of(value));
        }

        /** Functions that are asked. */
        public Builder lifecycleHooks(Output<List<ServiceDeploymentLifecycleHookArgs>> value) {
            made.lifecycleHooks = value;
            return this;
        }

        /** Functions that are asked. */
        public Builder lifecycleHooks(List<ServiceDeploymentLifecycleHookArgs> value) {
            return lifecycleHooks(Output.of(value));
        }

        /** Functions that are asked. */
        public Builder lifecycleHooks(ServiceDeploymentLifecycleHookArgs... values) {
            return lifecycleHooks(List.of(values));
        }

        /** Alarms that end it. */
        public Builder alarms(Output<ServiceDeploymentAlarmsArgs> value) {
            made.alarms = value;
            return this;
        }

        /** Alarms that end it. */
        public Builder alarms(ServiceDeploymentAlarmsArgs value) {
            return alarms(Output.of(value));
        }

        /** Ends it when tasks do not stay up. */
        public Builder deploymentCircuitBreaker(Output<ServiceDeploymentCircuitBreakerArgs> value) {
            made.deploymentCircuitBreaker = value;
            return this;
        }

        /** Ends it when tasks do not stay up. */
        public Builder deploymentCircuitBreaker(ServiceDeploymentCircuitBreakerArgs value) {
            return deploymentCircuitBreaker(Output.of(value));
        }

        /** Most tasks during it, in percent of the wanted. */
        public Builder maximumPercent(Output<Integer> value) {
            made.maximumPercent = value;
            return this;
        }

        /** Most tasks during it, in percent of the wanted. */
        public Builder maximumPercent(Integer value) {
            return maximumPercent(Output.of(value));
        }

        /** Fewest healthy tasks during it, in percent of the wanted. */
        public Builder minimumHealthyPercent(Output<Integer> value) {
            made.minimumHealthyPercent = value;
            return this;
        }

        /** Fewest healthy tasks during it, in percent of the wanted. */
        public Builder minimumHealthyPercent(Integer value) {
            return minimumHealthyPercent(Output.of(value));
        }

        /** What was collected. */
        public ServiceDeploymentConfigurationArgs build() {
            return made;
        }
    }
}
