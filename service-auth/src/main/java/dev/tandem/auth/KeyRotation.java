package dev.tandem.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The life of a signing key: made, announced for five minutes (verifiers read each minute), signing for a day and until its
 * successor does, kept until the last token that it signed is over. All follows from the times in the keys, so a rotation may be
 * run at any time, late and twice too. Pure.
 */
public final class KeyRotation {

    /** How long a key signs at least; it goes on until a successor signs. */
    public static final Duration SIGNS = Duration.ofHours(24);

    /** How long it is known before it signs. */
    public static final Duration ANNOUNCED = Duration.ofMinutes(5);

    private KeyRotation() {}

    /**
     * The next set, private parts included.
     *
     * @param present the present one; empty for the first time
     */
    public static JWKSet next(JWKSet present, Instant now) {
        List<JWK> keys = new ArrayList<>(present.getKeys().stream()
                .filter(key -> needed(key, present, now)).toList());
        Optional<Instant> newest = keys.stream().map(key -> key.getNotBeforeTime().toInstant()).max(Comparator.naturalOrder());
        if (newest.isEmpty()) {
            keys.add(make(now, now));
        } else if (!newest.get().plus(SIGNS).isAfter(now.plus(ANNOUNCED))) {
            keys.add(make(now, now.plus(ANNOUNCED)));
        }
        return new JWKSet(keys);
    }

    /**
     * The key that signs now: the newest that is not only announced.
     *
     * @throws IllegalStateException when there is none
     */
    static ECKey signing(JWKSet keys, Instant now) {
        return keys.getKeys().stream()
                .filter(key -> !key.getNotBeforeTime().toInstant().isAfter(now))
                .max(Comparator.comparing(JWK::getNotBeforeTime))
                .map(JWK::toECKey)
                .orElseThrow(() -> new IllegalStateException("no key may sign at " + now + ", expected one that the rotation made before"));
    }

    /** The newest always; an older one until tokens are over that a signer, who reads its keys late, signed before it knew the next. */
    private static boolean needed(JWK key, JWKSet present, Instant now) {
        return present.getKeys().stream()
                .filter(other -> other.getNotBeforeTime().after(key.getNotBeforeTime()))
                .allMatch(next -> next.getNotBeforeTime().toInstant().plus(ANNOUNCED).plus(Tokens.LIFE).isAfter(now));
    }

    private static ECKey make(Instant now, Instant from) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true)
                    .issueTime(Date.from(now)).notBeforeTime(Date.from(from))
                    .expirationTime(Date.from(from.plus(SIGNS).plus(ANNOUNCED).plus(Tokens.LIFE)))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
