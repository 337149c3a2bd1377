package dev.tandem.mesh.identity;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Judges X.509-SVIDs as a peer would (X.509-SVID, section 5): path validation of RFC 5280 with the CA's name constraints, at
 * the time of a clock, then what SPIFFE asks of a leaf. Built on the JDK's own path validation and shares no code with what
 * issues. Immutable, safe for use by several threads.
 */
public final class SvidVerifier {

    private static final List<String> BOTH_SIDES = List.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int[] SIGNS_OTHERS = {5, 6}; // keyCertSign, cRLSign

    private final TrustBundle bundle;
    private final Clock clock;

    /** Trusts what the bundle trusts, and takes the time of a clock. */
    public SvidVerifier(TrustBundle bundle, Clock clock) {
        this.bundle = bundle;
        this.clock = clock;
    }

    /**
     * Whose certificate this is.
     *
     * @throws IdentityException when it is not trusted: says why, with what was found and what was expected
     */
    public SpiffeId verify(X509Certificate leaf) {
        String what = "certificate " + leaf.getSerialNumber().toString(16);
        checkTime(what, leaf);
        SpiffeId id = leafId(what, leaf);
        if (!id.trustDomain().equals(bundle.trustDomain())) {
            throw new IdentityException(what + " is for " + id + ", expected an ID of the trust domain " + bundle.trustDomain());
        }
        checkProfile(what, leaf);
        checkPath(what, leaf);
        return id;
    }

    /** Verifies, and that it is the certificate of a certain ID. */
    public void verify(X509Certificate leaf, SpiffeId expected) {
        SpiffeId found = verify(leaf);
        if (!found.equals(expected)) {
            throw new IdentityException("certificate " + leaf.getSerialNumber().toString(16) + " is for " + found
                    + ", expected " + expected);
        }
    }

    private void checkTime(String what, X509Certificate leaf) {
        Instant now = clock.instant();
        if (now.isBefore(leaf.getNotBefore().toInstant())) {
            throw new IdentityException(what + " is valid from " + leaf.getNotBefore().toInstant() + ", it is " + now
                    + ": compare the clocks");
        }
        if (now.isAfter(leaf.getNotAfter().toInstant())) {
            throw new IdentityException(what + " ended at " + leaf.getNotAfter().toInstant() + ", it is " + now
                    + ": see docs/runbooks/identity-expired.md");
        }
    }

    private static SpiffeId leafId(String what, X509Certificate leaf) {
        List<String> uris = SubjectNames.uris(what, leaf);
        if (uris.size() != 1) {
            throw new IdentityException(what + " has " + uris.size() + " URI names " + uris + ", an X.509-SVID has exactly one");
        }
        SpiffeId id = SpiffeId.parse(uris.get(0));
        if (id.path().isEmpty()) {
            throw new IdentityException(what + " is for the trust domain " + id + " itself, expected the ID of a service, with a path");
        }
        return id;
    }

    private static void checkProfile(String what, X509Certificate leaf) {
        if (leaf.getBasicConstraints() >= 0) {
            throw new IdentityException(what + " is a CA's, expected CA:FALSE");
        }
        boolean[] usage = leaf.getKeyUsage();
        if (usage == null || !usage[DIGITAL_SIGNATURE] || !leaf.getCriticalExtensionOIDs().contains("2.5.29.15")) {
            throw new IdentityException(what + " has no critical key usage digitalSignature, which an X.509-SVID has");
        }
        if (Arrays.stream(SIGNS_OTHERS).anyMatch(bit -> usage[bit])) {
            throw new IdentityException(what + " may sign certificates or revocations, which an X.509-SVID must not");
        }
        List<String> extended = extendedUsage(what, leaf);
        if (!extended.containsAll(BOTH_SIDES)) {
            throw new IdentityException(what + " has extended key usages " + extended + ", expected serverAuth and clientAuth "
                    + BOTH_SIDES + ": a service is both");
        }
    }

    private static List<String> extendedUsage(String what, X509Certificate leaf) {
        try {
            return Objects.requireNonNullElse(leaf.getExtendedKeyUsage(), List.of());
        } catch (CertificateParsingException e) {
            throw new IdentityException(what + ": the extended key usage cannot be read: " + e.getMessage(), e);
        }
    }

    /** Each CA on its own, for the reason of the one that signed; CAs directly sign leaves (path length 0). */
    private void checkPath(String what, X509Certificate leaf) {
        IdentityException reason = null;
        for (X509Certificate ca : bundle.certificates()) {
            if (!ca.getSubjectX500Principal().equals(leaf.getIssuerX500Principal())) {
                continue;
            }
            try {
                validate(leaf, ca);
                return;
            } catch (CertPathValidatorException e) {
                reason = new IdentityException(what + " is not valid under the CA \"" + ca.getSubjectX500Principal().getName()
                        + "\": " + e.getMessage(), e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the JDK has no PKIX path validation", e);
            }
        }
        throw reason != null ? reason : new IdentityException(what + " was issued by \"" + leaf.getIssuerX500Principal().getName()
                + "\", trusted are " + bundle.certificates().stream().map(ca -> ca.getSubjectX500Principal().getName()).toList());
    }

    private void validate(X509Certificate leaf, X509Certificate ca) throws GeneralSecurityException {
        // The JDK takes an anchor's constraints from no certificate. So the anchor is name and key of the CA, and its certificate
        // is the first step of the path: validity, path length and name constraints then count.
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf, ca));
        PKIXParameters parameters =
                new PKIXParameters(Set.of(new TrustAnchor(ca.getSubjectX500Principal(), ca.getPublicKey(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(clock.instant()));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }
}
