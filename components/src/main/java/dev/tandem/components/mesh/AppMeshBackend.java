package dev.tandem.components.mesh;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.network.MeshPorts;
import dev.tandem.components.service.ContainerPlan;
import dev.tandem.components.service.MeshMembership;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.ServiceNames;
import dev.tandem.components.service.TaskPorts;
import dev.tandem.components.service.TaskShares;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * AWS App Mesh: its Envoy image beside each application, its resources in each region. AWS ended the service on 2026-09-30, so
 * this is plan, golden files and previews only; the rule {@code retired-services} refuses it unless it is waived.
 */
public final class AppMeshBackend implements MeshBackend {

    /** Its name in the configuration. */
    public static final String NAME = "app-mesh";

    /** User of App Mesh's Envoy image; connections of this user are not redirected. */
    private static final String USER = "1337";

    private static final int INGRESS = 15_000;
    private static final int STOP_SECONDS = 50;
    private static final int MOST = 100;

    private final MeshCertificates certificates;
    private final Map<String, Integer> canaryPercent;

    /**
     * App Mesh with a share for canaries. Its weights are in the program: there are no route documents that operators change.
     *
     * @param certificates  where Envoys have their certificates
     * @param canaryPercent share of a service's canary by service, 0 to 100; 0 for services that are not named
     * @throws IllegalArgumentException when a share is out of range
     */
    public AppMeshBackend(MeshCertificates certificates, Map<String, Integer> canaryPercent) {
        canaryPercent.forEach((service, percent) -> {
            if (percent < 0 || percent > MOST) {
                throw new IllegalArgumentException(
                        "the canary of " + service + " gets " + percent + " percent, expected 0 to " + MOST);
            }
        });
        this.certificates = certificates;
        this.canaryPercent = Collections.unmodifiableMap(new TreeMap<>(canaryPercent));
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Starts before the application, whose connections would fail without it. */
    @Override
    public ContainerPlan proxy(ServiceNames names, MeshServiceArgs args, TaskShares.Share share, MeshMembership mesh, String version) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("APPMESH_RESOURCE_ARN", node(names, version));
        environment.put("AWS_REGION", names.region());
        environment.put("ENABLE_ENVOY_XRAY_TRACING", "1");
        environment.put("XRAY_DAEMON_PORT", Integer.toString(TaskPorts.XRAY));
        environment.put("XRAY_SAMPLING_RATE", "0.05");
        environment.put("ENVOY_LOG_LEVEL", "warning");
        return new ContainerPlan(CONTAINER, args.envoyImage().in(names.accountId(), names.region()), share, USER + ":" + USER, true,
                List.of(), List.of(), List.of(MeshPorts.EDGE, MeshPorts.MESH), environment, Map.of(),
                Map.of("mesh", "/tmp", "certificates", certificates.directory()),
                List.of("CMD-SHELL", "curl -s http://localhost:" + TaskPorts.ENVOY_ADMIN + "/server_info | grep state | grep -q LIVE"),
                STOP_SECONDS);
    }

    @Override
    public Map<String, String> applicationDependsOn() {
        return Map.of(CONTAINER, "HEALTHY");
    }

    @Override
    public Map<String, String> applicationEnvironment() {
        return Map.of();
    }

    /** Source: App Mesh user guide, "Getting started with ECS"; the two addresses are those of task metadata and roles. */
    @Override
    public Optional<ProxyRedirect> redirect(MeshServiceArgs args) {
        return Optional.of(new ProxyRedirect("APPMESH", CONTAINER, Map.of(
                "AppPorts", Integer.toString(args.port()),
                "EgressIgnoredIPs", "169.254.170.2,169.254.169.254",
                "IgnoredUID", USER,
                "ProxyEgressPort", Integer.toString(TaskPorts.OUTBOUND),
                "ProxyIngressPort", Integer.toString(INGRESS))));
    }

    @Override
    public boolean sendsXraySegments() {
        return true;
    }

    @Override
    public List<Statement> rights(ServiceNames names, MeshMembership mesh) {
        return List.of(Statement.allow("StreamMeshConfiguration")
                .actions("appmesh:StreamAggregatedResources")
                .resources(node(names, ServiceVersion.STABLE), node(names, ServiceVersion.CANARY))
                .build());
    }

    @Override
    public void declare(FoundationRef foundation, Optional<String> otherRegion, Map<String, RouteDocument> documents,
            boolean protectedFromDeletion, ComponentResourceOptions options) {
        new AppMesh("mesh", plan(foundation.project(), foundation.environment(), documents), certificates, options);
    }

    /** The documents with the canaries' shares, as App Mesh's resources. */
    AppMeshPlan plan(String project, String environment, Map<String, RouteDocument> documents) {
        Map<String, RouteDocument> shared = new TreeMap<>(documents);
        canaryPercent.forEach((service, percent) -> shared.computeIfPresent(service, (name, document) -> document.toBuilder()
                .version(ServiceVersion.STABLE, MOST - percent, 1)
                .version(ServiceVersion.CANARY, percent, percent == 0 ? 0 : 1)
                .build()));
        return AppMeshPlan.of(mesh(project, environment), shared);
    }

    private static String mesh(String project, String environment) {
        return project + "-" + environment;
    }

    private static String node(ServiceNames names, String version) {
        return names.arn("appmesh", "mesh/" + mesh(names.project(), names.environment()) + "/virtualNode/" + names.service()
                + "-" + version);
    }
}
