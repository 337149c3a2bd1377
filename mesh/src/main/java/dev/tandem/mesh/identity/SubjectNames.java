package dev.tandem.mesh.identity;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The subject alternative names of a certificate, which alone say whose it is; the common name is never read. */
final class SubjectNames {

    private static final int URI = 6;

    private SubjectNames() {}

    /**
     * All URIs.
     *
     * @throws IdentityException when the extension cannot be read
     */
    static List<String> uris(String what, X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            List<String> uris = new ArrayList<>();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                if (name.get(0).equals(URI)) {
                    uris.add((String) name.get(1));
                }
            }
            return uris;
        } catch (CertificateParsingException e) {
            throw new IdentityException(what + ": the subject alternative names cannot be read: " + e.getMessage(), e);
        }
    }
}
