package dev.tandem.components.service;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.mesh.DeclaredRoutes;
import dev.tandem.components.mesh.RouteTable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The services of one region, made together: paths and priorities are shared out among all of them, and exactly the
 * declared callers can reach a service. Immutable once created.
 */
public final class ServiceMesh {

    private final Map<String, MeshService> services;

    private ServiceMesh(Map<String, MeshService> services) {
        this.services = Collections.unmodifiableMap(services);
    }

    /**
     * Declares services and the traffic between them. The Pulumi name of each is its service name.
     *
     * @param foundation the region they run in
     * @param services   what the teams say, in any order; services may call each other both ways
     * @param options    options of each service; the provider decides the region
     * @throws IllegalArgumentException when two have one name or path, or a caller is none of them
     */
    public static ServiceMesh create(
            FoundationRef foundation, Collection<MeshServiceArgs> services, ComponentResourceOptions options) {
        return create(foundation, DeclaredRoutes.trustDomain(foundation.project(), foundation.environment()), services, options);
    }

    /**
     * Declares services of a trust domain of one's own choice, the traffic between them, and their routes.
     *
     * @param foundation  the region they run in
     * @param trustDomain SPIFFE trust domain, the same in both regions
     * @param services    what the teams say, in any order; services may call each other both ways
     * @param options     options of each service; the provider decides the region
     * @throws IllegalArgumentException when two have one name or path, or a caller is none of them
     */
    public static ServiceMesh create(
            FoundationRef foundation, String trustDomain, Collection<MeshServiceArgs> services,
            ComponentResourceOptions options) {
        Map<String, MeshServiceArgs> byName = new TreeMap<>();
        for (MeshServiceArgs args : services) {
            if (byName.put(args.name(), args) != null) {
                throw new IllegalArgumentException(
                        "two services are named " + args.name() + ": a name is used once in a region");
            }
        }
        Map<String, String> paths = new TreeMap<>();
        Map<String, List<String>> callers = new TreeMap<>();
        byName.forEach((name, args) -> {
            args.path().ifPresent(path -> paths.put(name, path));
            callers.put(name, args.callers());
        });
        EdgeRoutes routes = EdgeRoutes.of(paths);
        Map<String, List<String>> callees = SecurityGroupPlan.calleesByCaller(callers);

        Map<String, MeshService> made = new TreeMap<>();
        byName.forEach((name, args) -> made.put(name, new MeshService(
                name, foundation, args, routes,
                new MeshMembership(trustDomain, callees.getOrDefault(name, List.of())), options)));
        callees.forEach((caller, called) ->
                called.forEach(callee -> ServiceTraffic.allow(made.get(caller), made.get(callee))));
        new RouteTable("mesh", foundation,
                DeclaredRoutes.of(foundation.environment(), trustDomain, byName.values()),
                byName.values().stream().anyMatch(MeshServiceArgs::dataProtected), options);
        return new ServiceMesh(made);
    }

    /** The services by name, sorted. */
    public Map<String, MeshService> services() {
        return services;
    }
}
