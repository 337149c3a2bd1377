package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.UInt32Value;
import dev.tandem.mesh.route.CircuitBreaker;
import dev.tandem.mesh.route.OutlierDetection;
import dev.tandem.mesh.route.Retries;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import io.envoyproxy.envoy.config.cluster.v3.CircuitBreakers;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.extensions.clusters.aggregate.v3.ClusterConfig;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.type.v3.Percent;
import java.util.List;

/** The clusters of one task: its application, and each version of each service that it sends requests to. */
final class Clusters {

    private static final String HTTP_OPTIONS = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";
    private static final int CONNECT_MILLIS = 1_000;

    /**
     * Envoy gives an idle connection up before the application does: else a request can be on its way on one that is just
     * being closed, and is answered with 503. The shortest default of a common server is Node's, 5 s
     * (https://nodejs.org/api/http.html#serverkeepalivetimeout); the JDK's server has 30 s, Tomcat 20 s.
     */
    private static final int APPLICATION_IDLE_MILLIS = 4_000;

    /** For the same reason less than the mesh listener of the task that is called, {@link Listeners#IDLE_MILLIS}. */
    private static final int CALLEE_IDLE_MILLIS = 240_000;

    private static final int ALL = 100;

    private final Sidecar sidecar;
    private final Tls tls;
    private final DnsClusters dns;

    Clusters(Sidecar sidecar) {
        this.sidecar = sidecar;
        this.tls = new Tls(sidecar.directory());
        this.dns = new DnsClusters(sidecar);
    }

    /** The application behind this Envoy, which binds to loopback and speaks HTTP/1.1. */
    Cluster application(int port) {
        return Cluster.newBuilder()
                .setName(Names.APPLICATION)
                .setType(Cluster.DiscoveryType.STATIC)
                .setConnectTimeout(Messages.millis(CONNECT_MILLIS))
                .setLoadAssignment(Endpoints.of(Names.APPLICATION, List.of(new Member(sidecar.loopback(), port))))
                .putTypedExtensionProtocolOptions(HTTP_OPTIONS, options(APPLICATION_IDLE_MILLIS,
                        HttpProtocolOptions.ExplicitHttpConfig.newBuilder()
                                .setHttpProtocolOptions(Http1ProtocolOptions.getDefaultInstance())))
                .build();
    }

    /**
     * A version's clusters, the one that routes name first: with one region its tasks by DNS, with two an aggregate of the
     * tasks here and, when those are gone, the tasks there.
     */
    List<Cluster> version(RouteDocument document, ServiceVersion version) {
        String name = Names.cluster(document, version);
        if (sidecar.otherRegion().isEmpty()) {
            return List.of(dns.resolve(base(name, document), document.discoveryName(version))
                    .setOutlierDetection(outliers(document.outlierDetection(), document.outlierDetection().maxEjectionPercent()))
                    .build());
        }
        // Somewhere to go when all of them fail: here all may be out at once.
        Cluster here = dns.resolve(base(Names.here(name), document), document.discoveryName(version))
                .setOutlierDetection(outliers(document.outlierDetection(), ALL))
                .build();
        Cluster there = base(Names.there(name), document)
                .setType(Cluster.DiscoveryType.EDS)
                .setEdsClusterConfig(Cluster.EdsClusterConfig.newBuilder()
                        .setEdsConfig(Messages.file(
                                sidecar.directory(), FileLayout.ROUTES, FileLayout.endpoints(Names.there(name)))))
                .setOutlierDetection(outliers(document.outlierDetection(), document.outlierDetection().maxEjectionPercent()))
                .build();
        Cluster both = Cluster.newBuilder()
                .setName(name)
                .setConnectTimeout(Messages.millis(CONNECT_MILLIS))
                .setLbPolicy(Cluster.LbPolicy.CLUSTER_PROVIDED)
                .setCircuitBreakers(breakers(document))
                .setClusterType(Cluster.CustomClusterType.newBuilder()
                        .setName("envoy.clusters.aggregate")
                        .setTypedConfig(Any.pack(ClusterConfig.newBuilder()
                                .addClusters(Names.here(name))
                                .addClusters(Names.there(name))
                                .build())))
                .build();
        return List.of(both, here, there);
    }

    private Cluster.Builder base(String name, RouteDocument document) {
        return Cluster.newBuilder()
                .setName(name)
                .setConnectTimeout(Messages.millis(CONNECT_MILLIS))
                .setLbPolicy(Cluster.LbPolicy.LEAST_REQUEST)
                .setTransportSocket(tls.to(document))
                .setCircuitBreakers(breakers(document))
                .putTypedExtensionProtocolOptions(HTTP_OPTIONS, options(CALLEE_IDLE_MILLIS,
                        HttpProtocolOptions.ExplicitHttpConfig.newBuilder()
                                .setHttp2ProtocolOptions(Http2ProtocolOptions.newBuilder()
                                        .setMaxConcurrentStreams(Messages.number(100)))));
    }

    private static Any options(int idleMillis, HttpProtocolOptions.ExplicitHttpConfig.Builder protocol) {
        return Any.pack(HttpProtocolOptions.newBuilder()
                .setCommonHttpProtocolOptions(io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions.newBuilder()
                        .setIdleTimeout(Messages.millis(idleMillis)))
                .setExplicitHttpConfig(protocol)
                .build());
    }

    private static CircuitBreakers breakers(RouteDocument document) {
        CircuitBreaker breaker = document.circuitBreaker();
        Retries retries = document.retries();
        CircuitBreakers.Thresholds.Builder thresholds = CircuitBreakers.Thresholds.newBuilder()
                .setMaxConnections(Messages.number(breaker.connections()))
                .setMaxPendingRequests(Messages.number(breaker.pendingRequests()))
                .setMaxRequests(Messages.number(breaker.requests()));
        if (retries.budgetPercent() > 0) {
            thresholds.setRetryBudget(CircuitBreakers.Thresholds.RetryBudget.newBuilder()
                    .setBudgetPercent(Percent.newBuilder().setValue(retries.budgetPercent()))
                    .setMinRetryConcurrency(Messages.number(retries.minConcurrency())));
        } else {
            thresholds.setMaxRetries(Messages.number(breaker.retries()));
        }
        return CircuitBreakers.newBuilder().addThresholds(thresholds).build();
    }

    private static io.envoyproxy.envoy.config.cluster.v3.OutlierDetection outliers(OutlierDetection values, int most) {
        return io.envoyproxy.envoy.config.cluster.v3.OutlierDetection.newBuilder()
                .setConsecutive5Xx(Messages.number(values.consecutive5xx()))
                .setEnforcingConsecutive5Xx(Messages.number(ALL))
                .setConsecutiveGatewayFailure(Messages.number(values.consecutiveGatewayFailures()))
                .setEnforcingConsecutiveGatewayFailure(Messages.number(ALL))
                .setEnforcingSuccessRate(UInt32Value.of(0))
                .setInterval(Messages.millis(values.intervalMillis()))
                .setBaseEjectionTime(Messages.millis(values.baseEjectionMillis()))
                .setMaxEjectionPercent(Messages.number(most))
                .build();
    }
}
