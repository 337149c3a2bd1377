package dev.tandem.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tandem.service.token.PublicKeys;
import dev.tandem.service.token.TokenVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Signs tokens (ES256, RFC 7519) in the process itself: asking KMS each time would cost 10 ms and an endpoint. */
final class Tokens {

    static final Duration LIFE = Duration.ofMinutes(15);

    private final PublicKeys keys;
    private final Clock clock;

    /** @param keys with their private parts */
    Tokens(PublicKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String issue(String accountId) {
        Instant now = clock.instant();
        ECKey key = KeyRotation.signing(keys.now(), now);
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder().issuer(TokenVerifier.ISSUER).subject(accountId).jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE))).build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed: " + e.getMessage(), e);
        }
        return token.serialize();
    }
}
