package dev.tandem.components.service;

import dev.tandem.components.edge.CertificatePlan;
import java.util.Optional;

/**
 * How the host of a region's trials is found and trusted: a record for the region's load balancer, and a certificate of its own, so
 * that production's is not made again when trials come and go. Pure.
 *
 * @param host        name of the record
 * @param identifier  tells records of one name apart: each region may have trials
 * @param weight      how often a record of that name is answered, of the sum of all
 * @param certificate certificate of the host, besides production's; empty where that one covers the host
 */
record StagingName(String host, String identifier, int weight, Optional<CertificatePlan> certificate) {

    private static final int ALIKE = 1;

    /** Plans the name of a region's trials. */
    static StagingName of(Staging staging, String region) {
        return new StagingName(staging.host(), region, ALIKE,
                staging.provenIn().map(zone -> CertificatePlan.validated(staging.host(), zone)));
    }
}
