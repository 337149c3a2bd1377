package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.trace.v3.OpenTelemetryConfig;
import io.envoyproxy.envoy.extensions.access_loggers.stream.v3.StdoutAccessLog;
import io.envoyproxy.envoy.extensions.clusters.aggregate.v3.ClusterConfig;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutation;
import io.envoyproxy.envoy.extensions.filters.http.health_check.v3.HealthCheck;
import io.envoyproxy.envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit;
import io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBACPerRoute;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.network.dns_resolver.cares.v3.CaresDnsResolverConfig;
import io.envoyproxy.envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig;
import io.envoyproxy.envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig;
import io.envoyproxy.envoy.extensions.resource_monitors.fixed_heap.v3.FixedHeapConfig;
import io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate;
import io.envoyproxy.envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Messages as the JSON that Envoy reads, fields by their names in Envoy's documentation. */
final class EnvoyJson {

    private static final TypeRegistry TYPES = TypeRegistry.newBuilder()
            .add(Stream.of(
                            Listener.getDescriptor(), Cluster.getDescriptor(), RouteConfiguration.getDescriptor(),
                            ClusterLoadAssignment.getDescriptor(), Secret.getDescriptor(), OpenTelemetryConfig.getDescriptor(),
                            StdoutAccessLog.getDescriptor(), ClusterConfig.getDescriptor(), DnsCluster.getDescriptor(),
                            HTTPFault.getDescriptor(), HeaderMutation.getDescriptor(), HealthCheck.getDescriptor(), LocalRateLimit.getDescriptor(),
                            io.envoyproxy.envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation.getDescriptor(),
                            RBAC.getDescriptor(), RBACPerRoute.getDescriptor(), Router.getDescriptor(),
                            HttpConnectionManager.getDescriptor(), CaresDnsResolverConfig.getDescriptor(),
                            UuidRequestIdConfig.getDescriptor(), DownstreamConnectionsConfig.getDescriptor(),
                            FixedHeapConfig.getDescriptor(), PreviousHostsPredicate.getDescriptor(),
                            PreviousPrioritiesConfig.getDescriptor(), DownstreamTlsContext.getDescriptor(),
                            UpstreamTlsContext.getDescriptor(), HttpProtocolOptions.getDescriptor())
                    .toList())
            .build();

    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer().usingTypeRegistry(TYPES).preservingProtoFieldNames().sortingMapKeys();

    private static final JsonFormat.Parser PARSER = JsonFormat.parser().usingTypeRegistry(TYPES);

    private EnvoyJson() {}

    static String print(MessageOrBuilder message) {
        try {
            return PRINTER.print(message) + "\n";
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("EnvoyJson does not know a type that the renderer uses: " + e.getMessage(), e);
        }
    }

    /** Resources of one type as Envoy expects them in a file. */
    static String resources(String version, Collection<? extends Message> resources) {
        DiscoveryResponse.Builder response = DiscoveryResponse.newBuilder().setVersionInfo(version);
        resources.forEach(resource -> response.addResources(Any.pack(resource)));
        return print(response);
    }

    /**
     * Reads what {@link #resources} wrote.
     *
     * @throws InvalidProtocolBufferException when it is something else, half of it, or of another type
     */
    static <T extends Message> List<T> read(String json, Class<T> type) throws InvalidProtocolBufferException {
        DiscoveryResponse.Builder response = DiscoveryResponse.newBuilder();
        PARSER.merge(json, response);
        List<T> resources = new java.util.ArrayList<>();
        for (Any any : response.getResourcesList()) {
            resources.add(any.unpack(type));
        }
        return resources;
    }
}
