package dev.tandem.components.mesh;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.endpoints.EndpointsPlan;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.iam.Condition;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Plain Envoy and the agent that keeps it in step with routes, identity and the other region's tasks. One container, essential,
 * a quarter vCPU and 256 MiB for both; a table of route documents and three alarms in each region, four with another region.
 */
public final class EnvoyBackend implements MeshBackend {

    /** Its name in the configuration. */
    public static final String NAME = "envoy";

    /** Where Envoy reads what the agent writes; the image declares it as VOLUME of its user. */
    static final String DIRECTORY = "/var/lib/tandem-mesh";

    /** The user that the image is built for. */
    private static final String USER = "101:101";

    /** Share of requests that are traced, percent. The bill of materials counts with it. */
    private static final int TRACE_PERCENT = 5;

    /** 15 s until no caller sends new requests, 15 s for those under way, 10 s for Envoy to end, and some slack (ADR 0040). */
    private static final int STOP_SECONDS = 50;

    @Override
    public String name() {
        return NAME;
    }

    /** Starts after the application, so ECS stops it first: it leaves the mesh while the application still serves. */
    @Override
    public ContainerPlan proxy(ServiceNames names, MeshServiceArgs args, TaskShares.Share share, MeshMembership mesh, String version) {
        return new ContainerPlan(CONTAINER, args.envoyImage().in(names.accountId(), names.region()), share, USER, true,
                List.of(), List.of(), List.of(MeshPorts.EDGE, MeshPorts.MESH), environment(names, args, mesh, version),
                Map.of(APPLICATION, "START"), Map.of("mesh", DIRECTORY), health(), STOP_SECONDS);
    }

    @Override
    public Map<String, String> applicationDependsOn() {
        return Map.of();
    }

    @Override
    public Map<String, String> applicationEnvironment() {
        return Map.of("MESH_PROXY", "http://127.0.0.1:" + TaskPorts.OUTBOUND);
    }

    @Override
    public Optional<ProxyRedirect> redirect(MeshServiceArgs args) {
        return Optional.empty();
    }

    @Override
    public boolean sendsXraySegments() {
        return false;
    }

    @Override
    public List<Statement> rights(ServiceNames names, MeshMembership mesh) {
        List<String> services = Stream.concat(Stream.of(names.service()), mesh.calls().stream()).distinct().toList();
        List<Statement> rights = new ArrayList<>();
        rights.add(Statement.allow("ReadRoutes")
                .actions("dynamodb:GetItem", "dynamodb:Query")
                .resources(names.arn("dynamodb", "table/" + RouteTable.name(names.project(), names.environment())))
                .when(Condition.allStringsEqual("dynamodb:LeadingKeys", services.toArray(String[]::new)))
                .build());
        if (mesh.settings().otherRegion().isPresent()) {
            rights.add(Statement.allow("ReadMembers")
                    .actions("dynamodb:BatchGetItem")
                    .resources(names.arn("dynamodb", "table/" + EndpointsPlan.table(names.project(), names.environment())))
                    .when(Condition.allStringsEqual("dynamodb:LeadingKeys", services.stream()
                            .flatMap(service -> Stream.of(ServiceVersion.STABLE, ServiceVersion.CANARY)
                                    .map(version -> service + "-" + version))
                            .toArray(String[]::new)))
                    .build());
        }
        return List.copyOf(rights);
    }

    @Override
    public void declare(FoundationRef foundation, Optional<String> otherRegion, Map<String, RouteDocument> documents,
            boolean protectedFromDeletion, ComponentResourceOptions options) {
        new RouteTable("mesh", foundation, documents, protectedFromDeletion, options);
        new MeshAlarms("mesh-alarms", foundation, MeshAlarmPlan.all(otherRegion), options);
    }

    private static Map<String, String> environment(
            ServiceNames names, MeshServiceArgs args, MeshMembership mesh, String version) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("AWS_REGION", names.region());
        environment.put("TANDEM_ENVIRONMENT", names.environment());
        environment.put("TANDEM_MESH_DIRECTORY", DIRECTORY);
        environment.put("TANDEM_PROJECT", names.project());
        environment.put("TANDEM_ROUTE_TABLE", RouteTable.name(names.project(), names.environment()));
        environment.put("TANDEM_SERVICE", names.service());
        environment.put("TANDEM_TRACE_PERCENT", Integer.toString(TRACE_PERCENT));
        environment.put("TANDEM_TRUST_DOMAIN", mesh.settings().trustDomain());
        environment.put("TANDEM_VERSION", version);
        // Where ECS moves the load balancer's requests between versions, a task must not pass them on to another.
        args.rollout().ifPresent(rollout -> environment.put("TANDEM_EDGE", "application"));
        mesh.settings().otherRegion().ifPresent(region -> {
            environment.put("TANDEM_OTHER_REGION", region);
            environment.put("TANDEM_REMOTE_MEMBERS", EndpointsPlan.table(names.project(), names.environment()));
        });
        return environment;
    }

    /** The image has bash and no HTTP client. */
    private static List<String> health() {
        return List.of("CMD", "/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + TaskPorts.AGENT_HEALTH
                + " && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 4 line <&3 && [[ $line == *' 200 '* ]]");
    }
}
