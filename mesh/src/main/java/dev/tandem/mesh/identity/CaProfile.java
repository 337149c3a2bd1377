package dev.tandem.mesh.identity;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a CA certificate of a mesh must be before anything it signed is looked at (X.509-SVID, 2 to 4 and 5). */
final class CaProfile {

    private static final int KEY_CERT_SIGN = 5;
    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    private CaProfile() {}

    /** @throws IdentityException naming what the certificate has and what a CA of the trust domain has */
    static void check(TrustDomain trustDomain, X509Certificate ca) {
        String what = "CA certificate \"" + ca.getSubjectX500Principal().getName() + "\"";
        List<String> uris = SubjectNames.uris(what, ca);
        String expected = trustDomain.id().toString();
        if (!uris.equals(List.of(expected))) {
            throw new IdentityException(what + " is for " + uris + ", expected exactly [" + expected
                    + "]: a CA speaks for one trust domain and has no path. To change a trust domain, see docs/mesh-identity.md");
        }
        require(ca.getBasicConstraints() == 0, what, "basic constraints of "
                + (ca.getBasicConstraints() < 0 ? "no CA" : "path length " + ca.getBasicConstraints()), "CA:TRUE with path length 0");
        boolean[] usage = ca.getKeyUsage();
        require(usage != null && usage[KEY_CERT_SIGN], what, "no key usage keyCertSign", "keyCertSign");
        require(ca.getExtensionValue(NAME_CONSTRAINTS) != null && ca.getCriticalExtensionOIDs().contains(NAME_CONSTRAINTS),
                what, "no critical name constraints", "name constraints that keep it to " + trustDomain);
        try {
            ca.verify(ca.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IdentityException(what + " is not signed by its own key, expected a self-signed certificate: "
                    + e.getMessage(), e);
        }
    }

    private static void require(boolean holds, String what, String found, String expected) {
        if (!holds) {
            throw new IdentityException(what + " has " + found + ", expected " + expected);
        }
    }
}
