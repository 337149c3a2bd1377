package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import dev.tandem.mesh.route.Pin;
import dev.tandem.mesh.route.RouteDocument;
import io.envoyproxy.envoy.config.core.v3.RuntimeFractionalPercent;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How requests to one service are sent on: testers' pins first, then everything else by weight. */
final class Calls {

    private final boolean twoRegions;
    private final Set<String> empty;

    /** @param empty version clusters without members */
    Calls(Sidecar sidecar, Set<String> empty) {
        this.twoRegions = sidecar.otherRegion().isPresent();
        this.empty = empty;
    }

    /** The routes of a service, in the order in which they are tried. */
    List<Route> to(RouteDocument document) {
        List<Route> routes = new ArrayList<>();
        int number = 0;
        for (Pin pin : document.pins()) {
            routes.add(route(document.service() + "-pin-" + number, match().addHeaders(marked(pin)),
                    action(document).setCluster(Names.cluster(document, pin.version())), document));
            number++;
        }
        RouteAction.Builder weighted = action(document);
        Map<String, Integer> weights = EffectiveWeights.of(document, empty);
        if (weights.size() == 1) {
            weighted.setCluster(Names.cluster(document, weights.keySet().iterator().next()));
        } else {
            WeightedCluster.Builder clusters = WeightedCluster.newBuilder();
            weights.forEach((version, weight) -> clusters.addClusters(WeightedCluster.ClusterWeight.newBuilder()
                    .setName(Names.cluster(document, version))
                    .setWeight(Messages.number(weight))));
            weighted.setWeightedClusters(clusters);
        }
        routes.add(route(document.service(), match(), weighted, document));
        return routes;
    }

    private static RouteMatch.Builder match() {
        return RouteMatch.newBuilder().setPrefix("/");
    }

    private static Route route(String name, RouteMatch.Builder match, RouteAction.Builder action, RouteDocument document) {
        Route.Builder route = Route.newBuilder().setName(name).setMatch(match).setRoute(action);
        document.fault().ifPresent(fault -> route.putTypedPerFilterConfig(Filters.FAULT, Any.pack(Faults.of(fault))));
        return route.build();
    }

    private RouteAction.Builder action(RouteDocument document) {
        RouteAction.Builder action = RouteAction.newBuilder().setTimeout(Messages.millis(document.timeoutMillis()));
        RetryPolicies.of(document.retries(), twoRegions).ifPresent(action::setRetryPolicy);
        document.mirror()
                .filter(mirror -> !empty.contains(Names.cluster(document, mirror.version())))
                .ifPresent(mirror -> action.addRequestMirrorPolicies(RouteAction.RequestMirrorPolicy.newBuilder()
                        .setCluster(Names.cluster(document, mirror.version()))
                        .setRuntimeFraction(RuntimeFractionalPercent.newBuilder()
                                .setDefaultValue(Messages.percent(mirror.percent())))));
        return action;
    }

    private static HeaderMatcher marked(Pin pin) {
        if (pin.by() == Pin.By.HEADER) {
            return HeaderMatcher.newBuilder().setName(pin.name()).setStringMatch(Messages.exactly(pin.value())).build();
        }
        String pattern = "(?:.*;\\s*)?" + literal(pin.name()) + "=" + literal(pin.value()) + "(?:\\s*;.*)?";
        return HeaderMatcher.newBuilder()
                .setName("cookie")
                .setStringMatch(StringMatcher.newBuilder().setSafeRegex(RegexMatcher.newBuilder().setRegex(pattern)))
                .build();
    }

    /** The text itself as a regular expression of RE2. */
    static String literal(String text) {
        return text.replaceAll("([^A-Za-z0-9_-])", "\\\\$1");
    }
}
