package dev.tandem.mesh.envoy;

import dev.tandem.mesh.route.RouteDocument;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBACPerRoute;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may call: the listener says nobody, the route says the callers that the document names, by the SPIFFE ID of their
 * certificate. It also holds on connections that were there before a caller was taken out of the document.
 */
final class Authorization {

    private Authorization() {}

    /** Denies everything: what holds where a route says nothing. */
    static RBAC nobody() {
        return RBAC.newBuilder()
                .setRules(io.envoyproxy.envoy.config.rbac.v3.RBAC.newBuilder()
                        .setAction(io.envoyproxy.envoy.config.rbac.v3.RBAC.Action.ALLOW))
                .build();
    }

    /** Lets the declared callers in. */
    static RBACPerRoute callersOf(RouteDocument document) {
        Policy.Builder policy = Policy.newBuilder().addPermissions(Permission.newBuilder().setAny(true));
        for (String id : spiffeIds(document)) {
            policy.addPrincipals(Principal.newBuilder()
                    .setAuthenticated(Principal.Authenticated.newBuilder().setPrincipalName(Messages.exactly(id))));
        }
        return RBACPerRoute.newBuilder()
                .setRbac(RBAC.newBuilder()
                        .setRules(io.envoyproxy.envoy.config.rbac.v3.RBAC.newBuilder()
                                .setAction(io.envoyproxy.envoy.config.rbac.v3.RBAC.Action.ALLOW)
                                .putPolicies("callers", policy.build())))
                .build();
    }

    /** The callers' SPIFFE IDs, and the service's own: its edge listeners send requests on to its versions. */
    static List<String> spiffeIds(RouteDocument document) {
        List<String> ids = new ArrayList<>();
        ids.add(document.spiffeId());
        document.callers().stream().map(document::spiffeId).filter(id -> !ids.contains(id)).forEach(ids::add);
        return ids;
    }
}
