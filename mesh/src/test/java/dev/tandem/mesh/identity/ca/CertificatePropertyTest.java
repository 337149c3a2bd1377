package dev.tandem.mesh.identity.ca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.mesh.identity.Lifetimes;
import dev.tandem.mesh.identity.Pem;
import dev.tandem.mesh.identity.SpiffeId;
import dev.tandem.mesh.identity.Svid;
import dev.tandem.mesh.identity.SvidVerifier;
import dev.tandem.mesh.identity.TrustBundle;
import dev.tandem.mesh.identity.TrustDomain;
import dev.tandem.requirements.Covers;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What every certificate has, whatever it is for. */
class CertificatePropertyTest {

    private static final SigningKey KEY = new LocalKey("arn:aws:kms:eu-central-1:1:key/a");
    private static final String SAN = "2.5.29.17";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final int URI = 6;

    @Covers(value = "R2.2", evidence = Covers.Evidence.SIMULATED)
    @Property(tries = 100)
    void anSvidIsWhatTheStandardAsks(
            @ForAll("domains") TrustDomain domain, @ForAll("names") String environment, @ForAll("names") String service,
            @ForAll @LongRange(min = 1_700_000_000, max = 4_000_000_000L) long second) throws Exception {
        Instant now = Instant.ofEpochSecond(second);
        X509Certificate ca = CaCertificates.make(KEY, domain, "eu-central-1", 1, now);
        SpiffeId id = SpiffeId.ofService(domain, environment, service);

        Svid svid = Svid.parse("test", SvidCertificates.make(ca, KEY, id, now, Lifetimes.SVID).toPem());

        X509Certificate leaf = svid.certificate();
        assertThat(leaf.getSubjectAlternativeNames()).containsExactly(List.of(URI, id.toString()));
        assertThat(leaf.getSubjectX500Principal().getName()).isEmpty();
        assertThat(leaf.getCriticalExtensionOIDs()).contains(SAN, "2.5.29.15", "2.5.29.19");
        assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
        assertThat(leaf.getKeyUsage()).containsExactly(true, false, false, false, false, false, false, false, false);
        assertThat(leaf.getExtendedKeyUsage()).containsExactlyInAnyOrder("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(((ECPublicKey) leaf.getPublicKey()).getParams().getCurve().getField().getFieldSize()).isEqualTo(256);
        assertThat(leaf.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(leaf.getNotBefore().toInstant()).isEqualTo(now.minus(Lifetimes.BACKDATED));
        assertThat(leaf.getNotAfter().toInstant()).isEqualTo(now.plus(Lifetimes.SVID));
        assertThat(leaf.getSerialNumber().signum()).isEqualTo(1);
        assertThat(leaf.getSerialNumber().toByteArray()).hasSizeBetween(8, 20);
        assertThat(svid.renewAt()).isEqualTo(now.plus(Lifetimes.SVID.dividedBy(2)));
        assertThat(svid.toPem().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4096);
        assertThat(new SvidVerifier(new TrustBundle(domain, List.of(ca)), Clock.fixed(now, ZoneOffset.UTC)).verify(leaf))
                .isEqualTo(id);
    }

    @Property(tries = 100)
    void aCaIsKeptToItsTrustDomainAndToLeaves(@ForAll("domains") TrustDomain domain) throws Exception {
        Instant now = Instant.ofEpochSecond(1_795_000_000);
        X509Certificate ca = Pem.readCertificates("test",
                Pem.certificate(CaCertificates.make(KEY, domain, "eu-west-1", 7, now))).get(0);

        assertThat(ca.getSubjectAlternativeNames()).containsExactly(List.of(URI, "spiffe://" + domain));
        assertThat(ca.getBasicConstraints()).isZero();
        assertThat(ca.getKeyUsage()[5]).isTrue();
        assertThat(ca.getKeyUsage()[0]).isFalse();
        assertThat(ca.getCriticalExtensionOIDs()).isEqualTo(Set.of("2.5.29.19", "2.5.29.15", NAME_CONSTRAINTS));
        // DER: a URI (context tag 6) of exactly the domain's length, so the host itself and no ".host" for those below it.
        byte[] extension = ca.getExtensionValue(NAME_CONSTRAINTS);
        byte[] host = domain.name().getBytes(StandardCharsets.US_ASCII);
        assertThat(extension).endsWith(host);
        int start = extension.length - host.length;
        assertThat(extension[start - 2]).isEqualTo((byte) 0x86);
        assertThat(extension[start - 1]).isEqualTo((byte) host.length);
        assertThat(new TrustBundle(domain, List.of(ca)).certificates()).containsExactly(ca);
    }

    @Provide
    Arbitrary<TrustDomain> domains() {
        return names().list().ofMinSize(2).ofMaxSize(4).map(labels -> new TrustDomain(String.join(".", labels)));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withCharRange('a', 'z').numeric().withChars('-').ofMinLength(1).ofMaxLength(20)
                .map(text -> "a" + text + "z");
    }
}
