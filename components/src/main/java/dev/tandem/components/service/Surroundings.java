package dev.tandem.components.service;

import dev.tandem.components.foundation.FoundationChoices;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.network.Egress;

/**
 * What a service's plan takes from its region.
 *
 * @param egress           how tasks reach AWS
 * @param metricsNamespace CloudWatch namespace of the collector's metrics
 */
public record Surroundings(Egress egress, String metricsNamespace) {

    /** Interface endpoints and the project's own namespace. */
    static final Surroundings USUAL = new Surroundings(Egress.ENDPOINTS, FoundationChoices.NAMESPACE);

    /** Those of a foundation. */
    static Surroundings of(FoundationRef foundation) {
        return new Surroundings(foundation.egress(), foundation.metricsNamespace());
    }
}
