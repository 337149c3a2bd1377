package dev.tandem.mesh.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * What a service needs to speak in the mesh, verified. Immutable.
 *
 * @param id     who it is
 * @param svid   its certificate and key
 * @param bundle whom it trusts
 */
public record Identity(SpiffeId id, Svid svid, TrustBundle bundle) {

    /** How long ago it was issued; above {@link Lifetimes#ALARM_AGE} somebody should look. */
    public Duration age(Instant now) {
        return Duration.between(svid.issuedAt(), now);
    }
}
