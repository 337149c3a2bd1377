package dev.tandem.mesh.identity;

import dev.tandem.mesh.identity.ca.LocalKey;
import dev.tandem.mesh.identity.ca.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;

/** Certificates as whoever holds a CA's key could sign them, but the issuer never would. */
final class Forged {

    private SpiffeId[] ids = {};
    private boolean ca;
    private int keyUsage = KeyUsage.digitalSignature;
    private KeyPurposeId[] purposes = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};

    static X509Certificate leaf(X509Certificate ca, SigningKey key, Instant now, UnaryOperator<Forged> as) {
        return as.apply(new Forged()).sign(ca, key, now);
    }

    /** A CA that names one trust domain and is constrained to another. */
    static X509Certificate ca(SigningKey key, X509Certificate like, TrustDomain named, TrustDomain constrained, Instant now) {
        try {
            X500Name name = new JcaX509CertificateHolder(like).getSubject();
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(name, BigInteger.TEN, Date.from(now.minusSeconds(60)),
                    Date.from(now.plusSeconds(86400)), name, SubjectPublicKeyInfo.getInstance(key.publicKey().getEncoded()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
                    .addExtension(Extension.subjectAlternativeName, false, names(named.id()))
                    .addExtension(Extension.nameConstraints, true, new NameConstraints(new GeneralSubtree[] {
                        new GeneralSubtree(new GeneralName(GeneralName.uniformResourceIdentifier, constrained.name()))
                    }, null));
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Forged ids(SpiffeId... newIds) {
        ids = newIds;
        return this;
    }

    Forged isCa() {
        ca = true;
        return this;
    }

    Forged keyUsage(int bits) {
        keyUsage = bits;
        return this;
    }

    Forged serverOnly() {
        purposes = new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth};
        return this;
    }

    private X509Certificate sign(X509Certificate issuer, SigningKey key, Instant now) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(new JcaX509CertificateHolder(issuer).getSubject(),
                    BigInteger.TWO, Date.from(now.minusSeconds(60)), Date.from(now.plusSeconds(3600)), new X500Name("CN=auth"),
                    SubjectPublicKeyInfo.getInstance(new LocalKey("leaf").publicKey().getEncoded()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
            if (keyUsage >= 0) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
            }
            if (ids.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, names(ids));
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames names(SpiffeId... ids) {
        return new GeneralNames(Arrays.stream(ids)
                .map(id -> new GeneralName(GeneralName.uniformResourceIdentifier, id.toString()))
                .toArray(GeneralName[]::new));
    }

    private static ContentSigner signer(SigningKey key) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        return new ContentSigner() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
            }

            @Override
            public OutputStream getOutputStream() {
                return message;
            }

            @Override
            public byte[] getSignature() {
                return key.sign(message.toByteArray());
            }
        };
    }
}
