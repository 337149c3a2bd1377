package dev.tandem.mesh.identity;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Certificates and keys as PEM (RFC 7468), by the JDK alone, so that a verifier shares no code with the issuer. */
public final class Pem {

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    /** One certificate after another. */
    public static String certificates(Collection<X509Certificate> certificates) {
        return certificates.stream().map(Pem::certificate).collect(Collectors.joining());
    }

    /** One certificate. */
    public static String certificate(X509Certificate certificate) {
        try {
            return block(CERTIFICATE, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IdentityException("a certificate cannot be encoded: " + e.getMessage(), e);
        }
    }

    /** A private key as PKCS #8. */
    public static String privateKey(PrivateKey key) {
        return block(PRIVATE_KEY, key.getEncoded());
    }

    /**
     * All certificates of a text, in their order.
     *
     * @param what names the text in errors, such as a parameter's name
     * @throws IdentityException when there is none, or one cannot be read
     */
    public static List<X509Certificate> readCertificates(String what, String text) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] der : blocks(what, CERTIFICATE, text)) {
            certificates.add(readCertificate(what, der));
        }
        if (certificates.isEmpty()) {
            throw new IdentityException(what + " has no certificate: found " + text.length() + " characters without a "
                    + "\"BEGIN CERTIFICATE\", expected at least one certificate in PEM");
        }
        return certificates;
    }

    /**
     * The one elliptic curve key of a text.
     *
     * @throws IdentityException when there is none or more than one, or it cannot be read; never with the key in its message
     */
    public static PrivateKey readPrivateKey(String what, String text) {
        List<byte[]> blocks = blocks(what, PRIVATE_KEY, text);
        if (blocks.size() != 1) {
            throw new IdentityException(what + " has " + blocks.size() + " private keys in PEM (PKCS #8), expected exactly one");
        }
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(blocks.get(0)));
        } catch (GeneralSecurityException e) {
            throw new IdentityException(what + ": the private key is no elliptic curve key in PKCS #8", e);
        }
    }

    private static X509Certificate readCertificate(String what, byte[] der) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IdentityException(what + ": a certificate cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<byte[]> blocks(String what, String type, String text) {
        Matcher matcher = Pattern.compile("-----BEGIN " + type + "-----([^-]*)-----END " + type + "-----").matcher(text);
        List<byte[]> blocks = new ArrayList<>();
        while (matcher.find()) {
            try {
                blocks.add(Base64.getMimeDecoder().decode(matcher.group(1).getBytes(StandardCharsets.US_ASCII)));
            } catch (IllegalArgumentException e) {
                throw new IdentityException(what + ": a " + type + " block is no base64", e);
            }
        }
        return blocks;
    }

    private static String block(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + LINES.encodeToString(der) + "\n-----END " + type + "-----\n";
    }
}
