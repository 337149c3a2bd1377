package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.common.mutation_rules.v3.HeaderMutation;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.Mutations;
import io.envoyproxy.envoy.extensions.filters.http.health_check.v3.HealthCheck;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.List;

/** The HTTP filters of each listener, in their order. What differs by route is in the route, so that listeners stay as they are. */
final class Filters {

    static final String FAULT = "envoy.filters.http.fault";
    static final String RBAC = "envoy.filters.http.rbac";
    static final String RATE_LIMIT = "envoy.filters.http.local_ratelimit";
    private static final String ORDERLESS = "envoy.filters.http.header_mutation";

    /** Envoy's documentation of the router's headers: timeouts, retries and names that a request may ask for. */
    private static final List<String> ORDERS = List.of(
            "x-envoy-decorator-operation", "x-envoy-expected-rq-timeout-ms", "x-envoy-hedge-on-per-try-timeout", "x-envoy-ip-tags",
            "x-envoy-max-retries", "x-envoy-retriable-header-names", "x-envoy-retriable-status-codes", "x-envoy-retry-grpc-on",
            "x-envoy-retry-on", "x-envoy-upstream-alt-stat-name", "x-envoy-upstream-rq-per-try-timeout-ms",
            "x-envoy-upstream-rq-timeout-alt-response", "x-envoy-upstream-rq-timeout-ms", "x-envoy-upstream-stream-duration-ms");

    private static final String HEALTH = "envoy.filters.http.health_check";
    private static final String ROUTER = "envoy.filters.http.router";

    private Filters() {}

    /** From callers: who is it, is it too much, then on to the application. */
    static List<HttpFilter> mesh() {
        return List.of(withoutOrders(), filter(RBAC, Authorization.nobody()), rateLimit(), router());
    }

    /**
     * From the load balancer: its health path fails once Envoy was told to fail it, which is how a stop begins.
     *
     * @param own whether requests go to the application at once, and so past the mesh listener that counts them otherwise
     */
    static List<HttpFilter> edge(String healthPath, boolean own) {
        HealthCheck health = HealthCheck.newBuilder()
                .setPassThroughMode(Messages.yes())
                .addHeaders(HeaderMatcher.newBuilder().setName(":path").setStringMatch(Messages.exactly(healthPath)))
                .build();
        return own ? List.of(filter(HEALTH, health), rateLimit(), router())
                : List.of(filter(HEALTH, health), fault(), router());
    }

    /** From the application. */
    static List<HttpFilter> outbound() {
        return List.of(withoutOrders(), fault(), router());
    }

    /** Removes headers by which a request could give orders to Envoy; at an edge Envoy does so itself. */
    private static HttpFilter withoutOrders() {
        Mutations.Builder mutations = Mutations.newBuilder();
        ORDERS.forEach(header -> mutations.addRequestMutations(HeaderMutation.newBuilder().setRemove(header)));
        return filter(ORDERLESS, io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutation.newBuilder()
                .setMutations(mutations)
                .build());
    }

    private static HttpFilter rateLimit() {
        return filter(RATE_LIMIT, RateLimits.none());
    }

    private static HttpFilter fault() {
        return filter(FAULT, HTTPFault.getDefaultInstance());
    }

    private static HttpFilter router() {
        return filter(ROUTER, Router.getDefaultInstance());
    }

    private static HttpFilter filter(String name, Message config) {
        return HttpFilter.newBuilder().setName(name).setTypedConfig(Any.pack(config)).build();
    }
}
