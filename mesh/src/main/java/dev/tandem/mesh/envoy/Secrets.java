package dev.tandem.mesh.envoy;

import dev.tandem.mesh.route.RouteDocument;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import java.util.List;

/** The three secrets of a task. They hold a private key: their files are readable by the owner only. */
public final class Secrets {

    private Secrets() {}

    /**
     * The secrets of a task of a service.
     *
     * @param chain  certificate of the service and its intermediates, PEM, leaf first
     * @param key    the certificate's private key, PEM
     * @param bundle CAs that are trusted, PEM; both regions'
     * @param own    says who may call
     */
    public static List<Secret> of(String chain, String key, String bundle, RouteDocument own) {
        Secret svid = Secret.newBuilder()
                .setName(Names.SVID)
                .setTlsCertificate(
                        TlsCertificate.newBuilder().setCertificateChain(text(chain)).setPrivateKey(text(key)))
                .build();
        Secret trusted = Secret.newBuilder()
                .setName(Names.BUNDLE)
                .setValidationContext(CertificateValidationContext.newBuilder().setTrustedCa(text(bundle)))
                .build();
        CertificateValidationContext.Builder callers =
                CertificateValidationContext.newBuilder().setTrustedCa(text(bundle));
        Authorization.spiffeIds(own).forEach(id -> callers.addMatchTypedSubjectAltNames(Tls.uri(id)));
        return List.of(svid, trusted, Secret.newBuilder().setName(Names.CALLERS).setValidationContext(callers).build());
    }

    private static DataSource text(String pem) {
        return DataSource.newBuilder().setInlineString(pem).build();
    }
}
