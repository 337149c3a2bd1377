package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import dev.tandem.mesh.route.RouteDocument;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;

/**
 * TLS of the three hops. Between tasks: TLS 1.3, P-256, both sides present an X.509-SVID and hold the other's single URI to the
 * exact SPIFFE IDs that the documents allow (SPIFFE X.509-SVID, section 5). From the load balancer: 1.2 or 1.3, and no client
 * certificate, because an Application Load Balancer has none.
 */
final class Tls {

    private static final String SOCKET = "envoy.transport_sockets.tls";
    private static final String P256 = "P-256";
    private static final String ECDSA_P256 = "ecdsa_secp256r1_sha256";
    private static final String HTTP_1 = "http/1.1";
    private static final String HTTP_2 = "h2";

    private final String directory;

    Tls(String directory) {
        this.directory = directory;
    }

    /** The mesh listener's side: a certificate is required, from one of the callers; no resumption, which would skip the check. */
    TransportSocket fromCallers() {
        return downstream(DownstreamTlsContext.newBuilder()
                .setRequireClientCertificate(Messages.yes())
                .setDisableStatelessSessionResumption(true)
                .setDisableStatefulSessionResumption(true)
                .setCommonTlsContext(common(TlsProtocol.TLSv1_3, HTTP_2)
                        .setValidationContextSdsSecretConfig(secret(Names.CALLERS)))
                .build());
    }

    /** The edge listener's side. */
    TransportSocket fromLoadBalancer() {
        return downstream(DownstreamTlsContext.newBuilder()
                .setCommonTlsContext(common(TlsProtocol.TLSv1_2, HTTP_1))
                .build());
    }

    /** The calling side: who answers must be the service that was meant. */
    TransportSocket to(RouteDocument callee) {
        UpstreamTlsContext context = UpstreamTlsContext.newBuilder()
                .setMaxSessionKeys(Messages.number(0))
                .setSni(callee.service() + ".svc.local")
                .setCommonTlsContext(common(TlsProtocol.TLSv1_3, HTTP_2)
                        .setCombinedValidationContext(CommonTlsContext.CombinedCertificateValidationContext.newBuilder()
                                .setDefaultValidationContext(CertificateValidationContext.newBuilder()
                                        .addMatchTypedSubjectAltNames(uri(callee.spiffeId())))
                                .setValidationContextSdsSecretConfig(secret(Names.BUNDLE))))
                .build();
        return TransportSocket.newBuilder().setName(SOCKET).setTypedConfig(Any.pack(context)).build();
    }

    /** Holds the certificate's URI to one value. */
    static SubjectAltNameMatcher uri(String spiffeId) {
        return SubjectAltNameMatcher.newBuilder()
                .setSanType(SubjectAltNameMatcher.SanType.URI)
                .setMatcher(Messages.exactly(spiffeId))
                .build();
    }

    private CommonTlsContext.Builder common(TlsProtocol least, String alpn) {
        TlsParameters.Builder parameters = TlsParameters.newBuilder()
                .setTlsMinimumProtocolVersion(least)
                .setTlsMaximumProtocolVersion(TlsProtocol.TLSv1_3)
                .addEcdhCurves(P256);
        if (least == TlsProtocol.TLSv1_2) {
            parameters.addCipherSuites("ECDHE-ECDSA-AES128-GCM-SHA256").addCipherSuites("ECDHE-ECDSA-AES256-GCM-SHA384");
        } else {
            parameters.addSignatureAlgorithms(ECDSA_P256);
        }
        return CommonTlsContext.newBuilder()
                .setTlsParams(parameters)
                .addAlpnProtocols(alpn)
                .addTlsCertificateSdsSecretConfigs(secret(Names.SVID));
    }

    private SdsSecretConfig secret(String name) {
        return SdsSecretConfig.newBuilder()
                .setName(name)
                .setSdsConfig(Messages.file(directory, FileLayout.IDENTITY, FileLayout.secret(name)))
                .build();
    }

    private static TransportSocket downstream(DownstreamTlsContext context) {
        return TransportSocket.newBuilder().setName(SOCKET).setTypedConfig(Any.pack(context)).build();
    }
}
