package dev.tandem.mesh.identity;

import java.time.Duration;
import java.time.Instant;

/** How long what lives. One place, since docs/mesh-identity.md and the alarms derive from these. */
public final class Lifetimes {

    /** An SVID is valid this long from its issue; revoked by expiry, so this is part of the worst case. */
    public static final Duration SVID = Duration.ofHours(24);
    /** Validity begins this long before the issue, for clocks that are behind. */
    public static final Duration BACKDATED = Duration.ofMinutes(10);
    /** A CA certificate is valid this long from its issue; renewed at half, so a broken issuer has a quarter of a year. */
    public static final Duration CA = Duration.ofDays(180);
    /** A new CA is in the bundles this long before it signs: the other region's issuer runs hourly, agents poll each 10 min. */
    public static final Duration CA_ANNOUNCED = Duration.ofHours(2);
    /** The age at which an identity raises an alarm: two missed renewals after half of its life. */
    public static final Duration ALARM_AGE = Duration.ofHours(14);
    /** How often the scheduled issuer looks. */
    public static final Duration ISSUER_INTERVAL = Duration.ofHours(1);

    private Lifetimes() {}

    /** The moment between two at which something is renewed. */
    public static Instant half(Instant from, Instant to) {
        return from.plus(Duration.between(from, to).dividedBy(2));
    }
}
