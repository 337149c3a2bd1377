package dev.tandem.components.mesh;

import java.util.Optional;

/**
 * Where App Mesh's Envoys have their certificates. Callers are only verified with files: App Mesh never takes a client
 * certificate from ACM (App Mesh user guide, "Mutual TLS authentication").
 *
 * @param chain         file in the Envoy container with a node's certificate and intermediates
 * @param key           file with its key
 * @param bundle        file with the CAs that are trusted
 * @param privateCaArn  ACM Private CA that servers' certificates are checked against; empty for {@code bundle}
 */
public record MeshCertificates(String chain, String key, String bundle, Optional<String> privateCaArn) {

    /** Files below {@code /certs}, which the task's agent writes. */
    public static MeshCertificates files() {
        return new MeshCertificates("/certs/svid.pem", "/certs/key.pem", "/certs/bundle.pem", Optional.empty());
    }

    /** The directory of the files. */
    String directory() {
        return chain.substring(0, chain.lastIndexOf('/'));
    }

    /** The same, with servers checked against a private CA of ACM. */
    public MeshCertificates checkedBy(String acmPrivateCaArn) {
        return new MeshCertificates(chain, key, bundle, Optional.of(acmPrivateCaArn));
    }
}
