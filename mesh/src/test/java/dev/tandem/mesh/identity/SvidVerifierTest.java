package dev.tandem.mesh.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.mesh.identity.ca.CaCertificates;
import dev.tandem.mesh.identity.ca.LocalKey;
import dev.tandem.mesh.identity.ca.SigningKey;
import dev.tandem.mesh.identity.ca.SvidCertificates;
import dev.tandem.requirements.Covers;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers(value = "R2.2", evidence = Covers.Evidence.SIMULATED)
class SvidVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final TrustDomain DOMAIN = new TrustDomain("prod.example.com");
    private static final SpiffeId AUTH = SpiffeId.ofService(DOMAIN, "prod", "auth");

    private final SigningKey key = new LocalKey("key-1");
    private final X509Certificate ca = CaCertificates.make(key, DOMAIN, "eu-central-1", 1, NOW);
    private final X509Certificate leaf = SvidCertificates.make(ca, key, AUTH, NOW, Lifetimes.SVID).certificate();

    @Test
    void trustsWhatItsCaSigned() {
        assertThat(at(NOW).verify(leaf)).isEqualTo(AUTH);
        at(NOW).verify(leaf, AUTH);
    }

    @Test
    void takesClocksThatAreTenMinutesBehindButNotMore() {
        assertThat(at(NOW.minus(Duration.ofMinutes(10))).verify(leaf)).isEqualTo(AUTH);
        refused(at(NOW.minus(Duration.ofMinutes(11))), leaf, "is valid from 2026-11-26T11:50:00Z, it is 2026-11-26T11:49:00Z");
        assertThat(at(NOW.plus(Duration.ofHours(24))).verify(leaf)).isEqualTo(AUTH);
        refused(at(NOW.plus(Duration.ofHours(24)).plusSeconds(1)), leaf, "ended at 2026-11-27T12:00:00Z, it is 2026-11-27T12:00:01Z");
    }

    @Test
    void refusesAnotherService() {
        assertThatThrownBy(() -> at(NOW).verify(leaf, SpiffeId.ofService(DOMAIN, "prod", "persona")))
                .hasMessageContaining("is for spiffe://prod.example.com/ns/prod/svc/auth, expected spiffe://prod.example.com/ns/prod/svc/persona");
    }

    @Test
    void refusesAnUnknownCaAndOneOfTheSameNameWithAnotherKey() {
        SigningKey other = new LocalKey("key-2");
        X509Certificate stranger = CaCertificates.make(other, DOMAIN, "eu-central-1", 2, NOW);
        refused(at(NOW), SvidCertificates.make(stranger, other, AUTH, NOW, Lifetimes.SVID).certificate(), "was issued by", "trusted are");
        X509Certificate namesake = CaCertificates.make(other, DOMAIN, "eu-central-1", 1, NOW);
        refused(at(NOW), SvidCertificates.make(namesake, other, AUTH, NOW, Lifetimes.SVID).certificate(), "is not valid under the CA", "mesh CA eu-central-1 1");
    }

    @Test
    void refusesAnotherTrustDomainEvenOfATrustedCa() {
        SpiffeId foreign = SpiffeId.ofService(new TrustDomain("stage.example.com"), "prod", "auth");
        refused(at(NOW), SvidCertificates.make(ca, key, foreign, NOW, Lifetimes.SVID).certificate(),
                "is for spiffe://stage.example.com/ns/prod/svc/auth, expected an ID of the trust domain prod.example.com");
    }

    @Test
    void holdsTheCaToItsNameConstraints() {
        // A verifier of the other domain would take the leaf, were it not for the constraint in the CA that signed it.
        TrustDomain other = new TrustDomain("sub.prod.example.com");
        SpiffeId inSub = SpiffeId.ofService(other, "prod", "auth");
        X509Certificate leafOfSub = SvidCertificates.make(ca, key, inSub, NOW, Lifetimes.SVID).certificate();
        X509Certificate[] forged = {Forged.ca(key, ca, other, DOMAIN, NOW)};
        SvidVerifier verifier = new SvidVerifier(new TrustBundle(other, List.of(forged)), Clock.fixed(NOW, ZoneOffset.UTC));

        refused(verifier, leafOfSub, "is not valid under the CA", "name constraints");
    }

    @Test
    void refusesLeavesThatAreNone() {
        refused(at(NOW), Forged.leaf(ca, key, NOW, leaf -> leaf.ids(AUTH, SpiffeId.ofService(DOMAIN, "prod", "persona"))), "has 2 URI names");
        refused(at(NOW), Forged.leaf(ca, key, NOW, leaf -> leaf.ids()), "has 0 URI names []");
        refused(at(NOW), Forged.leaf(ca, key, NOW, leaf -> leaf.ids(DOMAIN.id())), "is for the trust domain spiffe://prod.example.com itself");
        refused(at(NOW), Forged.leaf(ca, key, NOW, leaf -> leaf.ids(AUTH).isCa()), "is a CA's, expected CA:FALSE");
        refused(at(NOW), Forged.leaf(ca, key, NOW, leaf -> leaf.ids(AUTH).keyUsage(-1)), "has no critical key usage digitalSignature");
        refused(at(NOW), Forged.leaf(ca, key, NOW, leaf -> leaf.ids(AUTH).keyUsage(0x80 | 0x04)), "may sign certificates");
        refused(at(NOW), Forged.leaf(ca, key, NOW, leaf -> leaf.ids(AUTH).serverOnly()), "expected serverAuth and clientAuth");
    }

    @Test
    void refusesACaThatHasEnded() {
        Instant late = NOW.plus(Lifetimes.CA).minus(Duration.ofHours(13));
        X509Certificate lateLeaf = SvidCertificates.make(ca, key, AUTH, late, Lifetimes.SVID).certificate();

        assertThat(lateLeaf.getNotAfter()).isEqualTo(ca.getNotAfter());
        assertThatThrownBy(() -> SvidCertificates.make(ca, key, AUTH, late.plus(Duration.ofHours(2)), Lifetimes.SVID))
                .hasMessageContaining("rotate the CA first, docs/runbooks/certificate-rotation.md");
    }

    private SvidVerifier at(Instant now) {
        return new SvidVerifier(new TrustBundle(DOMAIN, List.of(ca)), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void refused(SvidVerifier verifier, X509Certificate leaf, String... reasons) {
        assertThatThrownBy(() -> verifier.verify(leaf)).isInstanceOf(IdentityException.class).hasMessageContainingAll(reasons);
    }
}
