package dev.tandem.mesh.identity.ca;

import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.Lifetimes;
import dev.tandem.mesh.identity.TrustDomain;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/**
 * Makes the self-signed certificate of a region's CA: signs leaves only (path length 0), and only for URIs whose host is
 * exactly the trust domain. Its SPIFFE ID is the trust domain, without a path (X.509-SVID, 3.2).
 */
public final class CaCertificates {

    private CaCertificates() {}

    /**
     * A new CA certificate.
     *
     * @param key         KMS's key
     * @param trustDomain what it may speak for
     * @param region      AWS region, part of its name
     * @param generation  counts the region's CAs, part of its name, so that no two have one
     * @param now         the time of issue; it is valid from 10 min before, for {@link Lifetimes#CA}
     */
    public static X509Certificate make(SigningKey key, TrustDomain trustDomain, String region, int generation, Instant now) {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, trustDomain.name())
                .addRDN(BCStyle.CN, "mesh CA " + region + " " + generation)
                .build();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                Serials.next(new SecureRandom()),
                Date.from(now.minus(Lifetimes.BACKDATED)),
                Date.from(now.plus(Lifetimes.CA)),
                name,
                key.publicKey());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(
                            new GeneralName(GeneralName.uniformResourceIdentifier, trustDomain.id().toString())))
                    .addExtension(Extension.nameConstraints, true, new NameConstraints(
                            new GeneralSubtree[] {
                                new GeneralSubtree(new GeneralName(GeneralName.uniformResourceIdentifier, trustDomain.name()))
                            }, null))
                    .addExtension(Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils()
                            .createSubjectKeyIdentifier(key.publicKey()));
            return new JcaX509CertificateConverter().getCertificate(builder.build(new KeyContentSigner(key)));
        } catch (CertIOException | CertificateException | NoSuchAlgorithmException e) {
            throw new IdentityException("the CA certificate of " + region + " could not be built: " + e.getMessage(), e);
        }
    }
}
