package dev.tandem.components.mesh;

import dev.tandem.mesh.route.CircuitBreaker;
import dev.tandem.mesh.route.OutlierDetection;
import dev.tandem.mesh.route.Retries;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The resources of AWS App Mesh for a set of route documents, as plain data. What App Mesh cannot say is left out: retry
 * budgets, pins by cookie, faults, mirrors, rate limits (docs/mesh-backends.md).
 *
 * @param mesh     name of the mesh; nothing leaves it but to its services
 * @param nodes    a virtual node per service and version
 * @param services a virtual router, route and virtual service per service
 * @param gateway  the way in from the load balancer; empty when no service has a path
 */
public record AppMeshPlan(String mesh, List<Node> nodes, List<Service> services, Optional<Gateway> gateway) {

    /** Namespace in which versions are found. */
    static final String NAMESPACE = "svc.local";

    /**
     * A version: what it listens on, whom it may call, and what it takes.
     *
     * @param name       {@code SERVICE-VERSION}, the node's and the Cloud Map service's
     * @param port       application's port
     * @param healthPath health path
     * @param spiffeId   name in its own certificate
     * @param callers    SPIFFE IDs that it accepts
     * @param backends   virtual services that it calls
     * @param backendIds SPIFFE IDs that it expects of them
     * @param limits     connection pool
     * @param outliers   outlier detection
     * @param timeoutMillis time for a request
     */
    public record Node(
            String name,
            int port,
            String healthPath,
            String spiffeId,
            List<String> callers,
            List<String> backends,
            List<String> backendIds,
            CircuitBreaker limits,
            OutlierDetection outliers,
            int timeoutMillis) {}

    /**
     * A service: its name for callers and how requests are shared among its versions.
     *
     * @param name          service name, the router's too
     * @param virtualName   {@code SERVICE.svc.local}
     * @param port          port of the router
     * @param weights       percent by node; App Mesh takes targets of weight 0
     * @param retries       what is tried again
     * @param timeoutMillis time for a request
     */
    public record Service(
            String name, String virtualName, int port, Map<String, Integer> weights, Retries retries, int timeoutMillis) {}

    /**
     * The way in.
     *
     * @param name   name of the virtual gateway
     * @param port   its port
     * @param routes virtual service by path prefix
     */
    public record Gateway(String name, int port, Map<String, String> routes) {}

    /**
     * Plans a mesh.
     *
     * @param mesh      name of the mesh
     * @param documents documents by service
     */
    public static AppMeshPlan of(String mesh, Map<String, RouteDocument> documents) {
        List<Node> nodes = new ArrayList<>();
        List<Service> services = new ArrayList<>();
        Map<String, String> paths = new TreeMap<>();
        new TreeMap<>(documents).forEach((name, document) -> {
            document.versions().forEach(version -> nodes.add(node(document, version)));
            Map<String, Integer> weights = new TreeMap<>();
            document.versions().forEach(version -> weights.put(nodeName(document, version), version.weight()));
            services.add(new Service(name, name + "." + NAMESPACE, document.port(), weights, document.retries(),
                    document.timeoutMillis()));
            document.path().ifPresent(path -> paths.put(path, name));
        });
        return new AppMeshPlan(mesh, List.copyOf(nodes), List.copyOf(services),
                paths.isEmpty() ? Optional.empty() : Optional.of(new Gateway(mesh + "-edge", 8443, paths)));
    }

    private static String nodeName(RouteDocument document, ServiceVersion version) {
        return document.service() + "-" + version.name();
    }

    private static Node node(RouteDocument document, ServiceVersion version) {
        List<String> callers = new ArrayList<>(document.callers().stream().map(document::spiffeId).toList());
        // The gateway calls in the name of the edge.
        document.path().ifPresent(path -> callers.add(document.spiffeId("edge")));
        return new Node(nodeName(document, version), document.port(), document.healthPath(), document.spiffeId(),
                List.copyOf(callers), document.calls().stream().map(name -> name + "." + NAMESPACE).toList(),
                document.calls().stream().map(document::spiffeId).toList(), document.circuitBreaker(),
                document.outlierDetection(), document.timeoutMillis());
    }
}
