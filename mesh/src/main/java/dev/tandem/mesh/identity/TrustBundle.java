package dev.tandem.mesh.identity;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The CA certificates of one trust domain that are trusted now: both regions' and, while one is replaced, old and new.
 * Immutable; sorted, so that equal bundles have equal text.
 *
 * @param trustDomain  whose CAs these are
 * @param certificates at least one
 */
public record TrustBundle(TrustDomain trustDomain, List<X509Certificate> certificates) {

    /** @throws IdentityException when one is no CA of the trust domain, or there is none */
    public TrustBundle {
        Map<String, X509Certificate> distinct = new LinkedHashMap<>();
        for (X509Certificate certificate : certificates) {
            CaProfile.check(trustDomain, certificate);
            distinct.put(Pem.certificate(certificate), certificate);
        }
        if (distinct.isEmpty()) {
            throw new IdentityException("the trust bundle of " + trustDomain + " has no CA certificate, expected at least one");
        }
        List<X509Certificate> sorted = new ArrayList<>(distinct.values());
        sorted.sort(Comparator.comparing((X509Certificate ca) -> ca.getSubjectX500Principal().getName())
                .thenComparing(X509Certificate::getSerialNumber));
        certificates = List.copyOf(sorted);
    }

    /**
     * Reads PEM.
     *
     * @param what names the text in errors
     * @throws IdentityException when a certificate cannot be read or is no CA of the trust domain
     */
    public static TrustBundle parse(String what, TrustDomain trustDomain, String pem) {
        return new TrustBundle(trustDomain, Pem.readCertificates(what, pem));
    }

    /** Those of some CA certificates that have not ended. */
    public static List<X509Certificate> notEnded(Collection<X509Certificate> certificates, Instant now) {
        return certificates.stream().filter(ca -> ca.getNotAfter().toInstant().isAfter(now)).toList();
    }

    /** All certificates as PEM, in a fixed order. */
    public String toPem() {
        return Pem.certificates(certificates);
    }
}
