package dev.tandem.components.mesh;

import com.pulumi.aws.appmesh.Route;
import com.pulumi.aws.appmesh.RouteArgs;
import com.pulumi.aws.appmesh.VirtualRouter;
import com.pulumi.aws.appmesh.VirtualRouterArgs;
import com.pulumi.aws.appmesh.inputs.RouteSpecArgs;
import com.pulumi.aws.appmesh.inputs.RouteSpecHttpRouteActionArgs;
import com.pulumi.aws.appmesh.inputs.RouteSpecHttpRouteActionWeightedTargetArgs;
import com.pulumi.aws.appmesh.inputs.RouteSpecHttpRouteArgs;
import com.pulumi.aws.appmesh.inputs.RouteSpecHttpRouteMatchArgs;
import com.pulumi.aws.appmesh.inputs.RouteSpecHttpRouteRetryPolicyArgs;
import com.pulumi.aws.appmesh.inputs.RouteSpecHttpRouteRetryPolicyPerRetryTimeoutArgs;
import com.pulumi.aws.appmesh.inputs.RouteSpecHttpRouteTimeoutArgs;
import com.pulumi.aws.appmesh.inputs.RouteSpecHttpRouteTimeoutPerRequestArgs;
import com.pulumi.aws.appmesh.inputs.VirtualRouterSpecArgs;
import com.pulumi.aws.appmesh.inputs.VirtualRouterSpecListenerArgs;
import com.pulumi.aws.appmesh.inputs.VirtualRouterSpecListenerPortMappingArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/** A service's virtual router with its one route; a change of weights changes the route and nothing else. */
final class AppMeshRoutes {

    private static final String MILLIS = "ms";

    private AppMeshRoutes() {}

    /** @return the router's name */
    static Output<String> declare(
            String name, Output<String> mesh, AppMeshPlan.Service service, Map<String, Output<String>> nodes,
            CustomResourceOptions child) {
        VirtualRouter router = new VirtualRouter(name + "-" + service.name(), VirtualRouterArgs.builder()
                .meshName(mesh)
                .name(service.name())
                .spec(VirtualRouterSpecArgs.builder()
                        .listeners(VirtualRouterSpecListenerArgs.builder()
                                .portMapping(VirtualRouterSpecListenerPortMappingArgs.builder()
                                        .port(service.port())
                                        .protocol("http")
                                        .build())
                                .build())
                        .build())
                .build(), child);
        new Route(name + "-" + service.name(), RouteArgs.builder()
                .meshName(mesh)
                .name(service.name())
                .virtualRouterName(router.name())
                .spec(RouteSpecArgs.builder().httpRoute(http(service, nodes)).build())
                .build(), child);
        return router.name();
    }

    private static RouteSpecHttpRouteArgs http(AppMeshPlan.Service service, Map<String, Output<String>> nodes) {
        List<RouteSpecHttpRouteActionWeightedTargetArgs> targets = service.weights().entrySet().stream()
                .map(weight -> RouteSpecHttpRouteActionWeightedTargetArgs.builder()
                        .virtualNode(nodes.get(weight.getKey()))
                        .weight(weight.getValue())
                        .build())
                .toList();
        return RouteSpecHttpRouteArgs.builder()
                .match(RouteSpecHttpRouteMatchArgs.builder().prefix("/").build())
                .action(RouteSpecHttpRouteActionArgs.builder().weightedTargets(targets).build())
                .retryPolicy(RouteSpecHttpRouteRetryPolicyArgs.builder()
                        .maxRetries(service.retries().attempts())
                        .httpRetryEvents("gateway-error", "stream-error")
                        .tcpRetryEvents("connection-error")
                        .perRetryTimeout(RouteSpecHttpRouteRetryPolicyPerRetryTimeoutArgs.builder()
                                .unit(MILLIS)
                                .value(service.retries().perTryMillis())
                                .build())
                        .build())
                .timeout(RouteSpecHttpRouteTimeoutArgs.builder()
                        .perRequest(RouteSpecHttpRouteTimeoutPerRequestArgs.builder()
                                .unit(MILLIS)
                                .value(service.timeoutMillis())
                                .build())
                        .build())
                .build();
    }
}
