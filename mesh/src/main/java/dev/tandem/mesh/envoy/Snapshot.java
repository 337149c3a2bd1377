package dev.tandem.mesh.envoy;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One complete configuration of an Envoy, without its secrets. Immutable.
 *
 * @param version   says what is in it: equal contents have equal versions
 * @param listeners by name
 * @param clusters  by name
 * @param routes    route tables by name
 * @param endpoints of clusters whose members come by file, by cluster name
 */
public record Snapshot(
        String version,
        Map<String, Listener> listeners,
        Map<String, Cluster> clusters,
        Map<String, RouteConfiguration> routes,
        Map<String, ClusterLoadAssignment> endpoints) {

    static Snapshot of(
            Collection<Listener> listeners,
            Collection<Cluster> clusters,
            Collection<RouteConfiguration> routes,
            Collection<ClusterLoadAssignment> endpoints) {
        return of(named(listeners, Listener::getName), named(clusters, Cluster::getName),
                named(routes, RouteConfiguration::getName), named(endpoints, ClusterLoadAssignment::getClusterName));
    }

    private static Snapshot of(
            Map<String, Listener> listeners,
            Map<String, Cluster> clusters,
            Map<String, RouteConfiguration> routes,
            Map<String, ClusterLoadAssignment> endpoints) {
        return new Snapshot(Digest.of(listeners, clusters, routes, endpoints), Collections.unmodifiableMap(listeners),
                Collections.unmodifiableMap(clusters), Collections.unmodifiableMap(routes),
                Collections.unmodifiableMap(endpoints));
    }

    /**
     * This, if every name in it is the name of something in it.
     *
     * @throws InconsistentSnapshotException with the missing name, who names it, and what there is
     */
    public Snapshot ensureConsistent() {
        References.check(this);
        return this;
    }

    private static <T extends Message> Map<String, T> named(Collection<T> messages, Function<T, String> name) {
        Map<String, T> byName = new TreeMap<>();
        for (T message : messages) {
            if (byName.put(name.apply(message), message) != null) {
                throw new InconsistentSnapshotException("two " + message.getDescriptorForType().getName() + " are named '"
                        + name.apply(message) + "'; a name is used once");
            }
        }
        return byName;
    }
}
