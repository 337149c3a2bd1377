package dev.tandem.e2e.envoy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A CA that signs whatever a test asks for, also what the mesh's issuer never would. P-256, in memory. */
public final class TestCa {

    private static final AtomicLong SERIAL = new AtomicLong(1_000);
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final long DAY_SECONDS = 86_400;

    private final KeyPair keys = keyPair();
    private final X500Name name;
    private final X509CertificateHolder certificate;

    /** A certificate and its key, PEM. */
    public record Issued(String chain, String key) {}

    /** @param trustDomain what it is the CA of */
    public TestCa(String trustDomain) {
        name = new X500Name("O=" + trustDomain + ",CN=test CA " + SERIAL.incrementAndGet());
        Instant now = Instant.now();
        certificate = sign(new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(SERIAL.incrementAndGet()),
                        Date.from(now.minusSeconds(DAY_SECONDS * 3)), Date.from(now.plusSeconds(DAY_SECONDS)), name, keys.getPublic()),
                builder -> {
                    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
                    builder.addExtension(Extension.subjectAlternativeName, false,
                            new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, "spiffe://" + trustDomain)));
                    builder.addExtension(Extension.nameConstraints, true, new NameConstraints(new GeneralSubtree[] {
                        new GeneralSubtree(new GeneralName(GeneralName.uniformResourceIdentifier, trustDomain))
                    }, null));
                });
    }

    /** Its own certificate, PEM: what a trust bundle is made of. */
    public String bundle() {
        return pem("CERTIFICATE", encoded(certificate));
    }

    /** A certificate for an ID that is valid now. */
    public Issued issue(String spiffeId) {
        return issue(spiffeId, Instant.now().minusSeconds(600), Instant.now().plusSeconds(DAY_SECONDS / 2));
    }

    /** A certificate for an ID and a time. */
    public Issued issue(String spiffeId, Instant from, Instant until) {
        KeyPair leaf = keyPair();
        X509CertificateHolder signed = sign(new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(SERIAL.incrementAndGet()),
                        Date.from(from), Date.from(until), new X500Name("O=tandem"), leaf.getPublic()),
                builder -> {
                    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(
                            new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
                    builder.addExtension(Extension.subjectAlternativeName, false,
                            new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, spiffeId)));
                });
        return new Issued(pem("CERTIFICATE", encoded(signed)), pem("PRIVATE KEY", leaf.getPrivate().getEncoded()));
    }

    private interface Extensions {
        void addTo(JcaX509v3CertificateBuilder builder) throws IOException;
    }

    private X509CertificateHolder sign(JcaX509v3CertificateBuilder builder, Extensions extensions) {
        try {
            extensions.addTo(builder);
            return builder.build(new JcaContentSignerBuilder(ALGORITHM).build(keys.getPrivate()));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509CertificateHolder holder) {
        try {
            return holder.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + kind + "-----\n";
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
