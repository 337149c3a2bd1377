package dev.tandem.ops.identity;

import dev.tandem.mesh.identity.issue.IssuerSettings;
import java.time.Instant;
import java.util.Optional;

/**
 * A new identity that was asked for, before anything is done.
 *
 * @param service   service name
 * @param settings  what the issuer works with, from the stack's declared routes
 * @param writtenAt when the present identity was written; empty when there is none
 */
public record IssuePlan(String service, IssuerSettings settings, Optional<Instant> writtenAt) {

    /** SPIFFE ID of the service. */
    public String spiffeId() {
        return settings.id(service).toString();
    }

    /** Parameter that holds certificate and key. */
    public String parameter() {
        return settings.paths().svid(service);
    }
}
