package dev.tandem.service.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tandem.service.http.ProblemException;
import dev.tandem.service.http.Request;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;

/** Who sends a request, by an ES256 token that auth has signed. Safe for use by several threads. */
public final class TokenVerifier {

    /** Who signs: the claim {@code iss}. */
    public static final String ISSUER = "tandem.auth";

    private final PublicKeys keys;
    private final Clock clock;

    /** With the keys that are valid. */
    public TokenVerifier(PublicKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The account of a request.
     *
     * @throws ProblemException 401, when its token is missing, forged, of another algorithm or issuer, or over
     */
    public String account(Request request) {
        String header = request.header("Authorization").orElseThrow(() -> refused("The header Authorization is missing."));
        if (!header.startsWith("Bearer ")) {
            throw refused("The header Authorization is no bearer token.");
        }
        try {
            SignedJWT token = SignedJWT.parse(header.substring(7).strip());
            JWK key = keys.now().getKeyByKeyId(token.getHeader().getKeyID());
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (!JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm()) || key == null
                    || !token.verify(new ECDSAVerifier(key.toECKey()))) {
                throw refused("The token's signature is not ours.");
            }
            Instant end = claims.getExpirationTime() == null ? Instant.MIN : claims.getExpirationTime().toInstant();
            if (!ISSUER.equals(claims.getIssuer()) || claims.getSubject() == null || !end.isAfter(clock.instant())) {
                throw refused("The token is over, or of another issuer.");
            }
            return claims.getSubject();
        } catch (ParseException | JOSEException e) {
            throw refused("The token cannot be read.");
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(401, "unauthenticated", detail);
    }
}
