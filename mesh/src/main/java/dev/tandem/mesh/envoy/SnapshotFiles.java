package dev.tandem.mesh.envoy;

import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A configuration as the files that Envoy reads, name to text. Pure. */
public final class SnapshotFiles {

    private SnapshotFiles() {}

    /** What goes into a folder of {@link FileLayout#ROUTES}. */
    public static Map<String, String> of(Snapshot snapshot) {
        Map<String, String> files = new TreeMap<>();
        files.put(FileLayout.LISTENERS, EnvoyJson.resources(snapshot.version(), snapshot.listeners().values()));
        files.put(FileLayout.CLUSTERS, EnvoyJson.resources(snapshot.version(), snapshot.clusters().values()));
        snapshot.routes().forEach((name, table) ->
                files.put(FileLayout.routes(name), EnvoyJson.resources(snapshot.version(), List.of(table))));
        snapshot.endpoints().forEach((name, members) ->
                files.put(FileLayout.endpoints(name), EnvoyJson.resources(snapshot.version(), List.of(members))));
        return Collections.unmodifiableMap(files);
    }

    /** What goes into a folder of {@link FileLayout#IDENTITY}. */
    public static Map<String, String> of(List<Secret> secrets) {
        Map<String, String> files = new TreeMap<>();
        for (Secret secret : secrets) {
            files.put(FileLayout.secret(secret.getName()), EnvoyJson.resources("1", List.of(secret)));
        }
        return Collections.unmodifiableMap(files);
    }

    /** What {@link FileLayout#BOOTSTRAP} holds. */
    public static String of(Bootstrap bootstrap) {
        return EnvoyJson.print(bootstrap);
    }

    /**
     * Reads back what {@link #of(Snapshot)} wrote.
     *
     * @throws IllegalArgumentException when a file is missing, cut short or something else; the message names it
     */
    public static Snapshot read(Map<String, String> files) {
        List<RouteConfiguration> routes = new ArrayList<>();
        List<ClusterLoadAssignment> endpoints = new ArrayList<>();
        files.forEach((name, text) -> {
            if (name.startsWith("rds-")) {
                routes.addAll(read(name, text, RouteConfiguration.class));
            } else if (name.startsWith("eds-")) {
                endpoints.addAll(read(name, text, ClusterLoadAssignment.class));
            }
        });
        return Snapshot.of(read(FileLayout.LISTENERS, files.get(FileLayout.LISTENERS), Listener.class),
                read(FileLayout.CLUSTERS, files.get(FileLayout.CLUSTERS), Cluster.class), routes, endpoints);
    }

    private static <T extends com.google.protobuf.Message> List<T> read(String name, String text, Class<T> type) {
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        try {
            return EnvoyJson.read(text, type);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(name + " is no " + type.getSimpleName() + " of Envoy: " + e.getMessage(), e);
        }
    }
}
