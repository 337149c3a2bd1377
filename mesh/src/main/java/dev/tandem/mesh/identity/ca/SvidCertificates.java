package dev.tandem.mesh.identity.ca;

import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.Lifetimes;
import dev.tandem.mesh.identity.SpiffeId;
import dev.tandem.mesh.identity.Svid;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * Makes X.509-SVIDs per the SPIFFE X.509-SVID standard: the SPIFFE ID is the only name (one URI, no subject, so the
 * extension is critical), CA:FALSE, key usage digitalSignature only, for servers and clients, P-256.
 */
public final class SvidCertificates {

    private SvidCertificates() {}

    /**
     * A new key and its certificate, valid from 10 min before now for a life from now, and no longer than its CA.
     *
     * @param ca   certificate of the CA
     * @param key  the CA's key
     * @param id   whose identity, with a path
     * @param life such as {@link Lifetimes#SVID}
     * @throws IdentityException when the CA ends before half of the life would be over
     */
    public static Svid make(X509Certificate ca, SigningKey key, SpiffeId id, Instant now, Duration life) {
        Instant end = now.plus(life);
        Instant caEnd = ca.getNotAfter().toInstant();
        if (caEnd.isBefore(Lifetimes.half(now, end))) {
            throw new IdentityException("the CA \"" + ca.getSubjectX500Principal().getName() + "\" ends at " + caEnd
                    + ", an identity issued now lives until " + end + ": rotate the CA first, docs/runbooks/certificate-rotation.md");
        }
        KeyPair pair = newKey();
        return new Svid(certificate(ca, key, id, pair.getPublic(), now, caEnd.isBefore(end) ? caEnd : end), pair.getPrivate());
    }

    private static X509Certificate certificate(
            X509Certificate ca, SigningKey key, SpiffeId id, PublicKey subject, Instant now, Instant end) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    new JcaX509CertificateHolder(ca).getSubject(),
                    Serials.next(new SecureRandom()),
                    Date.from(now.minus(Lifetimes.BACKDATED)),
                    Date.from(end),
                    new X500Name(""),
                    SubjectPublicKeyInfo.getInstance(subject.getEncoded()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(
                            new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}))
                    .addExtension(Extension.subjectAlternativeName, true, new GeneralNames(
                            new GeneralName(GeneralName.uniformResourceIdentifier, id.toString())))
                    .addExtension(Extension.authorityKeyIdentifier, false, new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(key.publicKey()));
            return new JcaX509CertificateConverter().getCertificate(builder.build(new KeyContentSigner(key)));
        } catch (CertIOException | CertificateException | NoSuchAlgorithmException e) {
            throw new IdentityException("the certificate of " + id + " could not be built: " + e.getMessage(), e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no P-256", e);
        }
    }
}
