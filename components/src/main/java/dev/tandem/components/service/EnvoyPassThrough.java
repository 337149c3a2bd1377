package dev.tandem.components.service;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.tandem.components.network.MeshPorts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Envoy's bootstrap as long as the mesh has no control: both listeners pass TCP connections on to the application, which ends
 * TLS itself. There is no identity in it yet; until then only the security groups say who may call.
 */
final class EnvoyPassThrough {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final String LOOPBACK = "127.0.0.1";
    private static final String APPLICATION = "application";

    private EnvoyPassThrough() {}

    /** The bootstrap as JSON, which Envoy reads as YAML. */
    static String bootstrap(ServiceNames names, int applicationPort) {
        Map<String, Object> bootstrap = new TreeMap<>();
        bootstrap.put("node", sorted(Map.of("id", names.stable(), "cluster", names.service())));
        bootstrap.put("admin", Map.of("address", address(LOOPBACK, TaskPorts.ENVOY_ADMIN)));
        bootstrap.put("static_resources", sorted(Map.of(
                "listeners", List.of(listener("edge", MeshPorts.EDGE), listener("mesh", MeshPorts.MESH)),
                "clusters", List.of(cluster(applicationPort)))));
        return GSON.toJson(bootstrap);
    }

    private static Map<String, Object> listener(String name, int port) {
        Map<String, Object> proxy = Map.of(
                "@type", "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy",
                "stat_prefix", name,
                "cluster", APPLICATION);
        return sorted(Map.of(
                "name", name,
                "address", address("0.0.0.0", port),
                "filter_chains", List.of(Map.of("filters", List.of(sorted(Map.of(
                        "name", "envoy.filters.network.tcp_proxy", "typed_config", sorted(proxy))))))));
    }

    private static Map<String, Object> cluster(int port) {
        Map<String, Object> endpoint = Map.of("endpoint", Map.of("address", address(LOOPBACK, port)));
        return sorted(Map.of(
                "name", APPLICATION,
                "connect_timeout", "1s",
                "type", "STATIC",
                "load_assignment", sorted(Map.of(
                        "cluster_name", APPLICATION,
                        "endpoints", List.of(Map.of("lb_endpoints", List.of(endpoint)))))));
    }

    private static Map<String, Object> address(String host, int port) {
        return Map.of("socket_address", sorted(Map.of("address", host, "port_value", port)));
    }

    /** Maps of the JDK have no fixed order, and a task definition that changes its text is replaced. */
    private static Map<String, Object> sorted(Map<String, ?> map) {
        return new TreeMap<>(map);
    }
}
