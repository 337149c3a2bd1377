package dev.tandem.components.mesh;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.service.ContainerPlan;
import dev.tandem.components.service.MeshMembership;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.ServiceNames;
import dev.tandem.components.service.TaskShares;
import dev.tandem.mesh.route.RouteDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What carries the mesh: which proxy runs beside an application, how it gets its configuration, and what a region has for it.
 * Services have the same arguments with each. Implementations are immutable; all methods but {@link #declare} are pure.
 */
public interface MeshBackend {

    /** Name of the proxy's container; the load balancer and Cloud Map point at it. */
    String CONTAINER = "envoy";

    /** Name of the application's container. */
    String APPLICATION = "app";

    /** Its name in the configuration, {@code tandem:mesh.backend}. */
    String name();

    /**
     * The proxy's container of a task.
     *
     * @param version {@link dev.tandem.mesh.route.ServiceVersion#STABLE} or {@link dev.tandem.mesh.route.ServiceVersion#CANARY}
     */
    ContainerPlan proxy(ServiceNames names, MeshServiceArgs args, TaskShares.Share share, MeshMembership mesh, String version);

    /** Containers that must be in a state before the application starts; ECS stops them in reverse order. */
    Map<String, String> applicationDependsOn();

    /** Variables by which an application finds the proxy; none when its connections are redirected. */
    Map<String, String> applicationEnvironment();

    /** How the task's connections are redirected to the proxy; empty when the application calls it. */
    Optional<ProxyRedirect> redirect(MeshServiceArgs args);

    /** Whether the proxy sends its traces as X-Ray's daemon takes them, besides the application's OpenTelemetry. */
    boolean sendsXraySegments();

    /** What the task's role must be allowed for the proxy. */
    List<Statement> rights(ServiceNames names, MeshMembership mesh);

    /**
     * Declares what a region has for the mesh.
     *
     * @param foundation            the region
     * @param otherRegion           region whose tasks are called when those here are gone; empty for none
     * @param documents             declared documents by service
     * @param protectedFromDeletion whether data refuses to be deleted
     * @param options               options; the provider decides the region
     */
    void declare(FoundationRef foundation, Optional<String> otherRegion, Map<String, RouteDocument> documents,
            boolean protectedFromDeletion, ComponentResourceOptions options);
}
