package dev.tandem.components.mesh;

import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.SecurityGroupPlan;
import dev.tandem.mesh.route.CallCycle;
import dev.tandem.mesh.route.RolledOutBy;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteDocumentBuilder;
import dev.tandem.mesh.route.ServiceVersion;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What teams declare, as route documents: all traffic to {@code stable}, everything else by default. Pure. */
public final class DeclaredRoutes {

    private DeclaredRoutes() {}

    /** SPIFFE trust domain of an environment unless told otherwise: {@code ENVIRONMENT.PROJECT.internal}; it need not resolve. */
    public static String trustDomain(String project, String environment) {
        return environment + "." + project + ".internal";
    }

    /**
     * The documents of services that run together.
     *
     * @param environment environment, part of SPIFFE IDs
     * @param trustDomain SPIFFE trust domain
     * @param services    what the teams say
     * @return documents by service, sorted
     * @throws IllegalArgumentException when a caller is none of the services, or services call each other in a circle: routes
     *                                  of a circle could never be published
     */
    public static Map<String, RouteDocument> of(
            String environment, String trustDomain, Collection<MeshServiceArgs> services) {
        Map<String, List<String>> callers = new TreeMap<>();
        services.forEach(service -> callers.put(service.name(), service.callers()));
        Map<String, List<String>> calls = SecurityGroupPlan.calleesByCaller(callers);
        CallCycle.find(calls).ifPresent(cycle -> {
            throw new IllegalArgumentException("services call each other in a circle, " + String.join(" -> ", cycle) + ": expected"
                    + " calls without one, since retries and timeouts multiply along it. Take one of them off the callers of"
                    + " another, and tell it by an event instead (publishes, subscriptions)");
        });
        Map<String, RouteDocument> documents = new TreeMap<>();
        services.forEach(service -> {
            RouteDocumentBuilder document = RouteDocument.builder(service.name())
                    .in(environment, trustDomain)
                    .path(service.path())
                    .application(service.port(), service.healthCheckPath())
                    .version(ServiceVersion.STABLE, 100, 1)
                    .callers(service.callers())
                    .calls(calls.getOrDefault(service.name(), List.of()));
            // Of a service that ECS rolls out there is nothing for the mesh to share.
            if (service.rollout().isPresent()) {
                document.rolledOutBy(RolledOutBy.ECS);
            } else {
                document.version(ServiceVersion.CANARY, 0, 0);
            }
            documents.put(service.name(), document.build());
        });
        return Collections.unmodifiableMap(documents);
    }
}
