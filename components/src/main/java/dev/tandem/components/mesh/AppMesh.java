package dev.tandem.components.mesh;

import com.pulumi.aws.appmesh.GatewayRoute;
import com.pulumi.aws.appmesh.GatewayRouteArgs;
import com.pulumi.aws.appmesh.Mesh;
import com.pulumi.aws.appmesh.MeshArgs;
import com.pulumi.aws.appmesh.VirtualService;
import com.pulumi.aws.appmesh.VirtualServiceArgs;
import com.pulumi.aws.appmesh.inputs.GatewayRouteSpecArgs;
import com.pulumi.aws.appmesh.inputs.GatewayRouteSpecHttpRouteActionArgs;
import com.pulumi.aws.appmesh.inputs.GatewayRouteSpecHttpRouteActionTargetArgs;
import com.pulumi.aws.appmesh.inputs.GatewayRouteSpecHttpRouteActionTargetVirtualServiceArgs;
import com.pulumi.aws.appmesh.inputs.GatewayRouteSpecHttpRouteArgs;
import com.pulumi.aws.appmesh.inputs.GatewayRouteSpecHttpRouteMatchArgs;
import com.pulumi.aws.appmesh.inputs.MeshSpecArgs;
import com.pulumi.aws.appmesh.inputs.MeshSpecEgressFilterArgs;
import com.pulumi.aws.appmesh.inputs.VirtualServiceSpecArgs;
import com.pulumi.aws.appmesh.inputs.VirtualServiceSpecProviderArgs;
import com.pulumi.aws.appmesh.inputs.VirtualServiceSpecProviderVirtualRouterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mesh as resources of AWS App Mesh. AWS ended the service on 2026-09-30: this can be planned, previewed and judged, not
 * deployed; the rule {@code retired-services} refuses it unless it is waived.
 */
public final class AppMesh extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:mesh:AppMesh";

    /**
     * Declares the plan's resources.
     *
     * @param name         Pulumi name, prefix of all children's
     * @param plan         what to declare
     * @param certificates where Envoys have their certificates
     * @param options      options; the provider decides the region
     */
    public AppMesh(String name, AppMeshPlan plan, MeshCertificates certificates, ComponentResourceOptions options) {
        super(TYPE, name, options);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        Mesh mesh = new Mesh(name + "-mesh", MeshArgs.builder()
                .name(plan.mesh())
                .spec(MeshSpecArgs.builder()
                        .egressFilter(MeshSpecEgressFilterArgs.builder().type("DROP_ALL").build())
                        .build())
                .build(), child);
        AppMeshNodes nodes = new AppMeshNodes(mesh.id(), certificates, child);
        Map<String, Output<String>> nodeNames = new TreeMap<>();
        plan.nodes().forEach(node -> nodeNames.put(node.name(), nodes.declare(name, node).name()));
        Map<String, Output<String>> services = new TreeMap<>();
        for (AppMeshPlan.Service service : plan.services()) {
            Output<String> router = AppMeshRoutes.declare(name, mesh.id(), service, nodeNames, child);
            services.put(service.name(), new VirtualService(name + "-" + service.name(), VirtualServiceArgs.builder()
                    .meshName(mesh.id())
                    .name(service.virtualName())
                    .spec(VirtualServiceSpecArgs.builder()
                            .provider(VirtualServiceSpecProviderArgs.builder()
                                    .virtualRouter(VirtualServiceSpecProviderVirtualRouterArgs.builder()
                                            .virtualRouterName(router)
                                            .build())
                                    .build())
                            .build())
                    .build(), child).name());
        }
        plan.gateway().ifPresent(gateway -> {
            Output<String> edge = nodes.declare(name, gateway).name();
            gateway.routes().forEach((path, service) -> gatewayRoute(name, mesh, edge, path, service, services.get(service), child));
        });
        registerOutputs(Map.of("meshName", mesh.name()));
    }

    private static void gatewayRoute(
            String name, Mesh mesh, Output<String> gateway, String path, String service, Output<String> virtualService,
            CustomResourceOptions child) {
        new GatewayRoute(name + "-edge-" + service, GatewayRouteArgs.builder()
                .meshName(mesh.id())
                .name(service)
                .virtualGatewayName(gateway)
                .spec(GatewayRouteSpecArgs.builder()
                        .httpRoute(GatewayRouteSpecHttpRouteArgs.builder()
                                .match(GatewayRouteSpecHttpRouteMatchArgs.builder().prefix(path).build())
                                .action(GatewayRouteSpecHttpRouteActionArgs.builder()
                                        .target(GatewayRouteSpecHttpRouteActionTargetArgs.builder()
                                                .virtualService(GatewayRouteSpecHttpRouteActionTargetVirtualServiceArgs.builder()
                                                        .virtualServiceName(virtualService)
                                                        .build())
                                                .build())
                                        .build())
                                .build())
                        .build())
                .build(), child);
    }
}
