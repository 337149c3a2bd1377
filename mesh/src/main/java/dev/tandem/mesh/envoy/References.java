package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.envoyproxy.envoy.extensions.clusters.aggregate.v3.ClusterConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import java.util.Set;

/** Follows the names in a snapshot: listener to route table to cluster to its parts and its endpoints. */
final class References {

    private References() {}

    static void check(Snapshot snapshot) {
        snapshot.listeners().values().forEach(listener -> listener(listener, snapshot.routes().keySet()));
        snapshot.routes().values().forEach(table -> table(table, snapshot.clusters().keySet()));
        snapshot.clusters().values().forEach(cluster -> cluster(cluster, snapshot));
    }

    private static void listener(Listener listener, Set<String> tables) {
        listener.getFilterChainsList().forEach(chain -> chain.getFiltersList().forEach(filter -> {
            if (filter.getTypedConfig().is(HttpConnectionManager.class)) {
                String table = unpack(filter.getTypedConfig(), HttpConnectionManager.class).getRds().getRouteConfigName();
                require("route table", table, "listener " + listener.getName(), tables);
            }
        }));
    }

    private static void table(RouteConfiguration table, Set<String> clusters) {
        for (VirtualHost host : table.getVirtualHostsList()) {
            for (Route route : host.getRoutesList()) {
                if (route.hasRoute()) {
                    action(route.getRoute(), "route " + route.getName() + " of " + host.getName() + " in " + table.getName(),
                            clusters);
                }
            }
        }
    }

    private static void action(RouteAction action, String referrer, Set<String> clusters) {
        if (action.hasCluster()) {
            require("cluster", action.getCluster(), referrer, clusters);
        }
        long sum = 0;
        for (WeightedCluster.ClusterWeight weighted : action.getWeightedClusters().getClustersList()) {
            require("cluster", weighted.getName(), referrer, clusters);
            sum += weighted.getWeight().getValue();
        }
        if (action.hasWeightedClusters() && sum != EffectiveWeights.TOTAL) {
            throw new InconsistentSnapshotException("the weights of " + referrer + " sum to " + sum + ", expected "
                    + EffectiveWeights.TOTAL);
        }
        action.getRequestMirrorPoliciesList()
                .forEach(mirror -> require("cluster", mirror.getCluster(), "the mirror of " + referrer, clusters));
    }

    private static void cluster(Cluster cluster, Snapshot snapshot) {
        if (cluster.getType() == Cluster.DiscoveryType.EDS && cluster.hasEdsClusterConfig()) {
            require("endpoints", cluster.getName(), "cluster " + cluster.getName(), snapshot.endpoints().keySet());
        }
        Any type = cluster.getClusterType().getTypedConfig();
        if (type.is(ClusterConfig.class)) {
            unpack(type, ClusterConfig.class).getClustersList().forEach(part ->
                    require("cluster", part, "aggregate cluster " + cluster.getName(), snapshot.clusters().keySet()));
        }
    }

    private static void require(String kind, String name, String referrer, Set<String> searched) {
        if (!searched.contains(name)) {
            throw InconsistentSnapshotException.missing(kind, name, referrer, searched);
        }
    }

    private static <T extends Message> T unpack(Any any, Class<T> type) {
        try {
            return any.unpack(type);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a " + type.getSimpleName() + " that was packed here cannot be read", e);
        }
    }
}
