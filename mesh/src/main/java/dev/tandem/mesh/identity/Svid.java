package dev.tandem.mesh.identity;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * An X.509-SVID with its private key: what a service proves itself with. Immutable; {@link #toString} has no key.
 *
 * @param certificate the leaf; CAs sign leaves themselves, so no intermediate comes with it
 * @param key         its private key, P-256
 */
public record Svid(X509Certificate certificate, PrivateKey key) {

    /** @throws IdentityException when the key is not that of the certificate */
    public Svid {
        if (!matches(certificate, key)) {
            throw new IdentityException("the private key does not belong to the certificate "
                    + certificate.getSerialNumber().toString(16)
                    + ": expected both from one issue; have a new one issued, docs/mesh-identity.md says how");
        }
    }

    /**
     * Reads what {@link #toPem} wrote.
     *
     * @param what names the text in errors
     * @throws IdentityException when it is not one key and one certificate that belong together
     */
    public static Svid parse(String what, String pem) {
        List<X509Certificate> certificates = Pem.readCertificates(what, pem);
        if (certificates.size() != 1) {
            throw new IdentityException(what + " has " + certificates.size() + " certificates, expected exactly one");
        }
        return new Svid(certificates.get(0), Pem.readPrivateKey(what, pem));
    }

    /** Certificate, then key, both as PEM in one text: so they are replaced together or not at all. */
    public String toPem() {
        return Pem.certificate(certificate) + Pem.privateKey(key);
    }

    /** When it was issued: {@code notBefore} without the back-dating. */
    public Instant issuedAt() {
        return certificate.getNotBefore().toInstant().plus(Lifetimes.BACKDATED);
    }

    /** When it ends. */
    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    /** From when on it should be renewed: half of its life. */
    public Instant renewAt() {
        return Lifetimes.half(issuedAt(), notAfter());
    }

    @Override
    public String toString() {
        return "Svid[serial " + certificate.getSerialNumber().toString(16) + ", until " + notAfter() + "]";
    }

    private static boolean matches(X509Certificate certificate, PrivateKey key) {
        try {
            byte[] challenge = new byte[32];
            new SecureRandom().nextBytes(challenge);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(challenge);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(challenge);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
