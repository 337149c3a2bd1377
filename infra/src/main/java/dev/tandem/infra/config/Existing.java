package dev.tandem.infra.config;

import dev.tandem.components.foundation.Adopted;
import dev.tandem.components.network.ExistingNetwork;
import java.util.List;
import java.util.Optional;

/**
 * What the account already has and the stack uses instead of making its own. docs/integration.md says how each joins.
 *
 * @param network          the VPC
 * @param hostedZoneId     public hosted zone of the domain
 * @param foundation       topic, budget, trail, role of the pipeline
 * @param metricsNamespace CloudWatch namespace of the existing performance monitoring
 * @param dashboards       names of dashboards that show the region already; with any, none is made
 */
public record Existing(
        Optional<ExistingNetwork> network,
        Optional<String> hostedZoneId,
        Adopted foundation,
        Optional<String> metricsNamespace,
        List<String> dashboards) {

    /** Nothing: the stack makes everything. */
    static final Existing NOTHING =
            new Existing(Optional.empty(), Optional.empty(), Adopted.NOTHING, Optional.empty(), List.of());
}
