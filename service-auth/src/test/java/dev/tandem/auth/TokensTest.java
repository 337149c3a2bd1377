package dev.tandem.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tandem.service.http.Request;
import dev.tandem.service.token.TokenVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void aTokenIsGoodUntilItIsOver() {
        JWKSet keys = KeyRotation.next(new JWKSet(), START);
        String token = new Tokens(() -> keys, at(START)).issue("a1");

        assertThat(verifier(keys, START).account(bearer(token))).isEqualTo("a1");
        assertThatThrownBy(() -> verifier(keys, START.plus(Tokens.LIFE)).account(bearer(token))).hasMessageContaining("The token is over");
        assertThatThrownBy(() -> verifier(keys, START).account(bearer(token + "x"))).hasMessageContaining("token");
        assertThatThrownBy(() -> verifier(KeyRotation.next(new JWKSet(), START), START).account(bearer(token)))
                .hasMessage("The token's signature is not ours.");
        assertThatThrownBy(() -> verifier(keys, START).account(bearer("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhMSJ9."))).hasMessageContaining("token");
    }

    /** Signed with the right key: what a token says decides as well. */
    @Test
    void aTokenOfAnotherIssuerOrWithoutSubjectOrEndIsRefused() throws JOSEException {
        JWKSet keys = KeyRotation.next(new JWKSet(), START);
        Date end = Date.from(START.plus(Tokens.LIFE));
        JWTClaimsSet good = new JWTClaimsSet.Builder().issuer(TokenVerifier.ISSUER).subject("a1").expirationTime(end).build();

        assertThat(verifier(keys, START).account(bearer(signed(keys, good)))).isEqualTo("a1");
        for (JWTClaimsSet bad : List.of(
                new JWTClaimsSet.Builder(good).issuer("tandem.persona").build(),
                new JWTClaimsSet.Builder(good).issuer(null).build(),
                new JWTClaimsSet.Builder(good).subject(null).build(),
                new JWTClaimsSet.Builder(good).expirationTime(null).build())) {
            assertThatThrownBy(() -> verifier(keys, START).account(bearer(signed(keys, bad)))).as("%s", bad)
                    .hasMessage("The token is over, or of another issuer.");
        }
    }

    private static String signed(JWKSet keys, JWTClaimsSet claims) throws JOSEException {
        ECKey key = KeyRotation.signing(keys, START);
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    @Test
    void everyTokenIsVerifiedThroughoutRotations() {
        JWKSet keys = new JWKSet();
        JWKSet readByVerifier = keys;
        String token = null;
        Instant issued = START;
        int made = 0;
        for (Instant now = START; now.isBefore(START.plus(Duration.ofDays(4))); now = now.plusSeconds(60)) {
            if (now.getEpochSecond() % 3_600 == 0) {
                JWKSet next = KeyRotation.next(keys, now);
                made += next.getKeys().size() > keys.getKeys().size() ? 1 : 0;
                keys = next;
            }
            JWKSet present = keys;
            if (token != null && now.isBefore(issued.plus(Tokens.LIFE))) {
                // The verifier read its keys a minute ago.
                assertThat(verifier(readByVerifier, now).account(bearer(token))).isEqualTo("a1");
            }
            if (token == null || !now.isBefore(issued.plus(Tokens.LIFE).minusSeconds(60))) {
                token = new Tokens(() -> present, at(now)).issue("a1");
                issued = now;
            }
            readByVerifier = keys.toPublicJWKSet();
        }
        assertThat(made).as("a new key about each day").isBetween(4, 5);
        assertThat(keys.getKeys().size()).isLessThanOrEqualTo(2);
    }

    /** The schedule drifts by a second, so that a run comes just after the time in the key at which all should be over. */
    @Test
    void noTokenIsLostWhenRotationsDrift() {
        JWKSet keys = new JWKSet();
        JWKSet readBySigner = keys;
        JWKSet readByVerifier = keys;
        Deque<Map.Entry<Instant, String>> tokens = new ArrayDeque<>();
        int run = 0;
        for (Instant now = START; now.isBefore(START.plus(Duration.ofDays(4))); now = now.plusSeconds(1)) {
            if (!now.isBefore(START.plusSeconds(run * 3_600L - (run >= 48 ? 1 : 0)))) {
                keys = KeyRotation.next(keys, now);
                run++;
            }
            long second = Duration.between(START, now).toSeconds();
            readBySigner = second % 300 == 0 ? keys : readBySigner;
            readByVerifier = second % 60 == 0 ? keys.toPublicJWKSet() : readByVerifier;
            if (second % 60 == 59) {
                Instant at = now;
                JWKSet signs = readBySigner;
                tokens.removeIf(token -> !at.isBefore(token.getKey().plus(Tokens.LIFE)));
                tokens.add(Map.entry(now, new Tokens(() -> signs, at(now)).issue("a1")));
                for (Map.Entry<Instant, String> token : List.of(tokens.getFirst(), tokens.getLast())) {
                    assertThat(verifier(readByVerifier, now).account(bearer(token.getValue())))
                            .as("token of %s at %s", token.getKey(), now).isEqualTo("a1");
                }
            }
        }
        assertThat(keys.getKeys().size()).isLessThanOrEqualTo(2);
    }

    @Test
    void theNewestKeyStaysHoweverLateTheRotationIs() {
        JWKSet keys = KeyRotation.next(new JWKSet(), START);
        JWKSet later = KeyRotation.next(keys, START.plus(Duration.ofDays(9)));

        assertThat(later.getKeys()).hasSize(2).contains(keys.getKeys().get(0));
        assertThat(KeyRotation.signing(later, START.plus(Duration.ofDays(9)))).isEqualTo(keys.getKeys().get(0));
    }

    @Test
    void aRotationTwiceChangesNothing() {
        JWKSet keys = KeyRotation.next(new JWKSet(), START);

        assertThat(KeyRotation.next(keys, START.plusSeconds(1)).toString(false)).isEqualTo(keys.toString(false));
    }

    private static TokenVerifier verifier(JWKSet keys, Instant now) {
        return new TokenVerifier(() -> keys, at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Request bearer(String token) {
        return new Request("GET", "/me", Map.of(), name -> name.equals("Authorization") ? "Bearer " + token : null, "");
    }
}
