package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.envoyproxy.envoy.extensions.clusters.common.dns.v3.DnsLookupFamily;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import io.envoyproxy.envoy.extensions.network.dns_resolver.cares.v3.CaresDnsResolverConfig;

/**
 * Clusters whose members are the A records of a name in Cloud Map, asked again when the answer's TTL is over. (The older
 * STRICT_DNS type with its own refresh rate is deprecated in Envoy 1.40.)
 */
final class DnsClusters {

    /** After a failed lookup, first and longest pause, milliseconds: about the TTL of the records. */
    private static final int FAILURE_BASE_MILLIS = 1_000;

    private static final int FAILURE_MAX_MILLIS = 10_000;

    private final Sidecar sidecar;

    DnsClusters(Sidecar sidecar) {
        this.sidecar = sidecar;
    }

    /** Lets a cluster take its members from a name; all of them listen on the mesh port. */
    Cluster.Builder resolve(Cluster.Builder cluster, String name) {
        DnsCluster.Builder dns = DnsCluster.newBuilder()
                .setRespectDnsTtl(true)
                .setDnsLookupFamily(DnsLookupFamily.V4_ONLY)
                .setDnsFailureRefreshRate(DnsCluster.RefreshRate.newBuilder()
                        .setBaseInterval(Messages.millis(FAILURE_BASE_MILLIS))
                        .setMaxInterval(Messages.millis(FAILURE_MAX_MILLIS)));
        sidecar.resolver().ifPresent(server -> dns.setTypedDnsResolverConfig(Messages.extension(
                "envoy.network.dns_resolver.cares",
                CaresDnsResolverConfig.newBuilder().addResolvers(socket(server)).build())));
        return cluster.setClusterType(Cluster.CustomClusterType.newBuilder()
                        .setName("envoy.clusters.dns")
                        .setTypedConfig(Any.pack(dns.build())))
                .setLoadAssignment(ClusterLoadAssignment.newBuilder()
                        .setClusterName(cluster.getName())
                        .addEndpoints(LocalityLbEndpoints.newBuilder()
                                .addLbEndpoints(LbEndpoint.newBuilder()
                                        .setEndpoint(Endpoint.newBuilder()
                                                .setAddress(Messages.address(name, sidecar.ports().mesh()))))));
    }

    private static Address socket(String server) {
        int colon = server.lastIndexOf(':');
        return Messages.address(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
    }
}
