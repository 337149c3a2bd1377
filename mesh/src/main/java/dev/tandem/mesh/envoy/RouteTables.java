package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import dev.tandem.mesh.route.RouteDocument;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import io.envoyproxy.envoy.config.route.v3.DirectResponseAction;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each listener does with a request. */
final class RouteTables {

    private static final int MISDIRECTED = 421;

    private final Sidecar sidecar;
    private final Calls calls;
    private final MeshView view;

    RouteTables(Sidecar sidecar, MeshView view) {
        this.sidecar = sidecar;
        this.calls = new Calls(sidecar, view.empty());
        this.view = view;
    }

    /** One table per listener. */
    List<RouteConfiguration> all() {
        List<RouteConfiguration> tables = new ArrayList<>();
        if (view.own().path().isPresent()) {
            tables.add(table(Names.EDGE, List.of(edge())));
        }
        tables.add(table(Names.MESH, List.of(mesh())));
        List<VirtualHost> callees = new ArrayList<>();
        view.callees().values().forEach(document -> callees.add(callee(document)));
        callees.add(nobody());
        tables.add(table(Names.OUTBOUND, callees));
        return tables;
    }

    private static RouteConfiguration table(String name, List<VirtualHost> hosts) {
        return RouteConfiguration.newBuilder()
                .setName(name)
                .addAllVirtualHosts(hosts)
                .addRequestHeadersToAdd(HeaderValueOption.newBuilder()
                        .setHeader(HeaderValue.newBuilder().setKey("x-correlation-id").setValue("%REQ(X-REQUEST-ID)%"))
                        .setAppendAction(HeaderAppendAction.ADD_IF_ABSENT))
                .build();
    }

    /**
     * The task's own health is its own: never weighted, never sent to another task, and never limited, since a load balancer whose
     * checks are refused takes the task away. All else by weight, or its own too.
     */
    private VirtualHost edge() {
        RouteDocument own = view.own();
        VirtualHost.Builder host = VirtualHost.newBuilder()
                .setName(own.service())
                .addDomains("*")
                .setIncludeRequestAttemptCount(true)
                .addRoutes(Route.newBuilder()
                        .setName("health")
                        .setMatch(RouteMatch.newBuilder().setPath(own.healthPath()))
                        .setRoute(toApplication(own)));
        if (sidecar.ownEdge()) {
            return host.addRoutes(everything(own).putAllTypedPerFilterConfig(limits(own))).build();
        }
        return host.addAllRoutes(calls.to(own)).build();
    }

    private VirtualHost mesh() {
        RouteDocument own = view.own();
        return VirtualHost.newBuilder()
                .setName(own.service())
                .addDomains("*")
                .putTypedPerFilterConfig(Filters.RBAC, Any.pack(Authorization.callersOf(own)))
                .putAllTypedPerFilterConfig(limits(own))
                .addRoutes(everything(own))
                .build();
    }

    private static Map<String, Any> limits(RouteDocument own) {
        return own.rateLimit().map(limit -> Map.of(Filters.RATE_LIMIT, Any.pack(RateLimits.of(limit)))).orElse(Map.of());
    }

    private static Route.Builder everything(RouteDocument own) {
        return Route.newBuilder()
                .setName(Names.APPLICATION)
                .setMatch(RouteMatch.newBuilder().setPrefix("/"))
                .setRoute(toApplication(own));
    }

    private static RouteAction toApplication(RouteDocument own) {
        return RouteAction.newBuilder()
                .setCluster(Names.APPLICATION)
                .setTimeout(Messages.millis(own.timeoutMillis()))
                .build();
    }

    private VirtualHost callee(RouteDocument document) {
        return VirtualHost.newBuilder()
                .setName(document.service())
                .addDomains(document.service())
                .addDomains(document.service() + ".svc.local")
                .setIncludeRequestAttemptCount(true)
                .addAllRoutes(calls.to(document))
                .build();
    }

    /** Says what is wrong instead of a bare 404. */
    private VirtualHost nobody() {
        String text = view.own().service() + " calls %s only; the Host header names none of them. Declare the call in both"
                + " services' route documents (calls, callers).\n";
        return VirtualHost.newBuilder()
                .setName("undeclared")
                .addDomains("*")
                .addRoutes(Route.newBuilder()
                        .setName("undeclared")
                        .setMatch(RouteMatch.newBuilder().setPrefix("/"))
                        .setDirectResponse(DirectResponseAction.newBuilder()
                                .setStatus(MISDIRECTED)
                                .setBody(DataSource.newBuilder().setInlineString(String.format(
                                        text, view.callees().isEmpty() ? "nobody" : String.join(", ", view.callees().keySet()))))))
                .build();
    }
}
