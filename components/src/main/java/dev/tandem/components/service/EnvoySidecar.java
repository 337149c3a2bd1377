package dev.tandem.components.service;

import dev.tandem.components.mesh.RouteTable;
import dev.tandem.components.network.MeshPorts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mesh container of a task: Envoy and the agent that keeps it in step with the routes and the identity. One container,
 * essential, a quarter vCPU and 256 MiB for both. Pure.
 */
final class EnvoySidecar {

    /** Where Envoy reads what the agent writes; the image declares it as VOLUME of its user. */
    static final String DIRECTORY = "/var/lib/tandem-mesh";

    /** The user that the image is built for. */
    private static final String USER = "101:101";

    /** Share of requests that are traced, percent. The bill of materials counts with it. */
    private static final int TRACE_PERCENT = 5;

    /** 15 s until no caller sends new requests, 15 s for those under way, 10 s for Envoy to end, and some slack. */
    private static final int STOP_SECONDS = 50;

    private EnvoySidecar() {}

    static ContainerPlan container(ServiceNames names, MeshServiceArgs args, TaskShares.Share share, String trustDomain) {
        return new ContainerPlan(TaskContainers.ENVOY, args.envoyImage().in(names.accountId(), names.region()), share, USER, true,
                List.of(), List.of(), List.of(MeshPorts.EDGE, MeshPorts.MESH), environment(names, trustDomain),
                Map.of(),
                Map.of("mesh", DIRECTORY), health(), STOP_SECONDS);
    }

    private static Map<String, String> environment(ServiceNames names, String trustDomain) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("AWS_REGION", names.region());
        environment.put("TANDEM_ENVIRONMENT", names.environment());
        environment.put("TANDEM_MESH_DIRECTORY", DIRECTORY);
        environment.put("TANDEM_PROJECT", names.project());
        environment.put("TANDEM_ROUTE_TABLE", RouteTable.name(names.project(), names.environment()));
        environment.put("TANDEM_SERVICE", names.service());
        environment.put("TANDEM_TRACE_PERCENT", Integer.toString(TRACE_PERCENT));
        environment.put("TANDEM_TRUST_DOMAIN", trustDomain);
        environment.put("TANDEM_VERSION", "stable");
        return environment;
    }

    /** The image has bash and no HTTP client. */
    private static List<String> health() {
        return List.of("CMD", "/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + TaskPorts.AGENT_HEALTH
                + " && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 4 line <&3 && [[ $line == *' 200 '* ]]");
    }
}
