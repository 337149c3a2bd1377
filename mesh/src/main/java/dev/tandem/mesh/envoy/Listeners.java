package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import dev.tandem.mesh.route.RouteDocument;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ForwardClientCertDetails;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.Rds;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.RequestIDExtension;
import io.envoyproxy.envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The three listeners of a task: edge (load balancer), mesh (callers), outbound (its own application, loopback only). */
final class Listeners {

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int HEADERS_MILLIS = 10_000;

    /** Longer than load balancer (60 s) and callers keep an idle connection, so that none of them uses one that is closed here. */
    static final int IDLE_MILLIS = 300_000;

    /** Longest life of a connection from a caller: how long a certificate can be used after its end or its revocation. */
    private static final int CONNECTION_MILLIS = 3_600_000;

    private static final int DRAIN_MILLIS = 5_000;

    private final Sidecar sidecar;
    private final RouteDocument own;
    private final Tls tls;

    Listeners(Sidecar sidecar, RouteDocument own) {
        this.sidecar = sidecar;
        this.own = own;
        this.tls = new Tls(sidecar.directory());
    }

    /** All listeners of the task; one without a path of the load balancer has no edge. */
    List<Listener> all() {
        List<Listener> listeners = new ArrayList<>();
        if (own.path().isPresent()) {
            listeners.add(listener(Names.EDGE, sidecar.bindAddress(), sidecar.ports().edge(),
                    Optional.of(tls.fromLoadBalancer()), manager(Names.EDGE, Filters.edge(own.healthPath(), sidecar.ownEdge()))
                            .setForwardClientCertDetails(ForwardClientCertDetails.SANITIZE)
                            .addEarlyHeaderMutationExtensions(EdgeTraces.fromLoadBalancer())
                            .setXffNumTrustedHops(1)
                            .setGenerateRequestId(Messages.yes())));
        }
        listeners.add(listener(Names.MESH, sidecar.bindAddress(), sidecar.ports().mesh(), Optional.of(tls.fromCallers()),
                manager(Names.MESH, Filters.mesh())
                        .setForwardClientCertDetails(ForwardClientCertDetails.SANITIZE_SET)
                        .setSetCurrentClientCertDetails(
                                HttpConnectionManager.SetCurrentClientCertDetails.newBuilder().setUri(true))));
        listeners.add(listener(Names.OUTBOUND, sidecar.loopback(), sidecar.ports().outbound(), Optional.empty(),
                manager(Names.OUTBOUND, Filters.outbound()).setStripAnyHostPort(true)));
        return listeners;
    }

    private static Listener listener(
            String name, String address, int port, Optional<TransportSocket> socket, HttpConnectionManager.Builder manager) {
        FilterChain.Builder chain = FilterChain.newBuilder()
                .setName(name)
                .addFilters(Filter.newBuilder()
                        .setName("envoy.filters.network.http_connection_manager")
                        .setTypedConfig(Any.pack(manager.build())));
        socket.ifPresent(chain::setTransportSocket);
        return Listener.newBuilder()
                .setName(name)
                .setAddress(Messages.address(address, port))
                .setPerConnectionBufferLimitBytes(Messages.number(BUFFER_BYTES))
                .addFilterChains(chain)
                .build();
    }

    private HttpConnectionManager.Builder manager(String name, List<HttpFilter> filters) {
        HttpProtocolOptions.Builder common = HttpProtocolOptions.newBuilder()
                .setIdleTimeout(Messages.millis(IDLE_MILLIS));
        if (name.equals(Names.MESH)) {
            common.setMaxConnectionDuration(Messages.millis(CONNECTION_MILLIS));
        }
        return HttpConnectionManager.newBuilder()
                .setStatPrefix(name)
                .setCodecType(HttpConnectionManager.CodecType.AUTO)
                .setRds(Rds.newBuilder()
                        .setRouteConfigName(name)
                        .setConfigSource(
                                Messages.file(sidecar.directory(), FileLayout.ROUTES, FileLayout.routes(name))))
                .addAllHttpFilters(filters)
                .setCommonHttpProtocolOptions(common)
                .setHttp2ProtocolOptions(Http2ProtocolOptions.newBuilder()
                        .setMaxConcurrentStreams(Messages.number(100))
                        .setInitialStreamWindowSize(Messages.number(65_536))
                        .setInitialConnectionWindowSize(Messages.number(1_048_576)))
                .setRequestHeadersTimeout(Messages.millis(HEADERS_MILLIS))
                .setDrainTimeout(Messages.millis(DRAIN_MILLIS))
                // Only the edge is one for Envoy: there it decides whether a request is traced, and writes that into its id. From
                // another task, and from the own application, the id is taken as it is: each task would decide anew otherwise.
                .setUseRemoteAddress(BoolValue.of(name.equals(Names.EDGE)))
                .setNormalizePath(Messages.yes())
                .setMergeSlashes(true)
                .setPathWithEscapedSlashesAction(HttpConnectionManager.PathWithEscapedSlashesAction.REJECT_REQUEST)
                .setPreserveExternalRequestId(true)
                .setAlwaysSetRequestIdInResponse(true)
                .setRequestIdExtension(RequestIDExtension.newBuilder()
                        .setTypedConfig(Any.pack(UuidRequestIdConfig.newBuilder()
                                .setPackTraceReason(Messages.yes())
                                .build())))
                .setTracing(Traces.of(sidecar, own.service()))
                .addAccessLog(AccessLogs.of(name, own.service(), sidecar.version()));
    }
}
