package dev.tandem.components.service;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.mesh.DeclaredRoutes;
import dev.tandem.components.mesh.MeshSettings;
import dev.tandem.mesh.route.RouteDocument;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param services   what the teams say, in any order; no circle of calls
     * @param options    options of each service; the provider decides the region
     * @throws IllegalArgumentException when two have one name or path, a caller is none of them, or they call in a circle
     */
    public static ServiceMesh create(
            FoundationRef foundation, Collection<MeshServiceArgs> services, ComponentResourceOptions options) {
        return create(foundation, MeshSettings.of(DeclaredRoutes.trustDomain(foundation.project(), foundation.environment())),
                services, Optional.empty(), options);
    }

    /**
     * Declares services, the traffic between them, and what carries it.
     *
     * @param foundation  the region they run in
     * @param settings    trust domain, other region and backend
     * @param services    what the teams say, in any order; no circle of calls
     * @param publicZone  id of the public zone in which trials get a name, where the stack knows it
     * @param options     options of each service; the provider decides the region
     * @throws IllegalArgumentException when two have one name or path, a caller is none of them, they call in a circle, or one
     *                                  verifies tokens of a service that signs none
     */
    public static ServiceMesh create(
            FoundationRef foundation, MeshSettings settings, Collection<MeshServiceArgs> services,
            Optional<Output<String>> publicZone, ComponentResourceOptions options) {
        Map<String, MeshServiceArgs> byName = new TreeMap<>();
        for (MeshServiceArgs args : services) {
            if (byName.put(args.name(), args) != null) {
                throw new IllegalArgumentException(
                        "two services are named " + args.name() + ": a name is used once in a region");
            }
        }
        Map<String, String> paths = new TreeMap<>();
        Map<String, String> hosts = new TreeMap<>();
        Map<String, List<String>> callers = new TreeMap<>();
        byName.forEach((name, args) -> {
            args.path().ifPresent(path -> paths.put(name, path));
            args.staging().ifPresent(staging -> hosts.put(name, staging.host()));
            callers.put(name, args.callers());
        });
        byName.values().forEach(args -> requireSigners(args, byName));
        EdgeRoutes routes = EdgeRoutes.of(paths, hosts);
        Map<String, List<String>> callees = SecurityGroupPlan.calleesByCaller(callers);

        Map<String, RouteDocument> documents =
                DeclaredRoutes.of(foundation.environment(), settings.trustDomain(), byName.values());
        ComponentResourceOptions staged = StagingGround.declare(foundation, byName.values(), publicZone, options);
        Map<String, MeshService> made = new TreeMap<>();
        byName.forEach((name, args) -> made.put(name, new MeshService(
                name, foundation, args, routes,
                new MeshMembership(args.staging().isPresent() ? settings.alone() : settings, callees.getOrDefault(name, List.of())),
                args.staging().isPresent() ? staged : options)));
        callees.forEach((caller, called) ->
                called.forEach(callee -> ServiceTraffic.allow(made.get(caller), made.get(callee))));
        settings.backend().declare(foundation, settings.otherRegion(), documents,
                byName.values().stream().anyMatch(MeshServiceArgs::dataProtected), options);
        return new ServiceMesh(made);
    }

    private static void requireSigners(MeshServiceArgs args, Map<String, MeshServiceArgs> byName) {
        for (String signer : args.tokens().verifies()) {
            if (!byName.containsKey(signer) || !byName.get(signer).tokens().signs()) {
                throw new IllegalArgumentException("service " + args.name() + " verifies tokens of " + signer
                        + (byName.containsKey(signer) ? ", which signs none" : ", which is none of " + byName.keySet())
                        + ": expected a service with signing keys of its own");
            }
        }
    }

    /** The services by name, sorted. */
    public Map<String, MeshService> services() {
        return services;
    }
}
