package dev.tandem.mesh.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A task to which the load balancer gives requests for its own version: they go to its application, and to no other task. */
class OwnEdgeTest {

    private static final Snapshot SNAPSHOT = Renderer.render(Samples.sidecar(1).withOwnEdge(), Samples.one());

    private static VirtualHost edge() {
        return SNAPSHOT.routes().get(Names.EDGE).getVirtualHosts(0);
    }

    @Test
    void everyRequestGoesToTheApplication() {
        assertThat(edge().getRoutesList()).extracting(Route::getName).containsExactly("health", Names.APPLICATION);
        assertThat(edge().getRoutesList()).allSatisfy(route -> assertThat(route.getRoute().getCluster()).isEqualTo(Names.APPLICATION));
        assertThat(Renderer.render(Samples.sidecar(1), Samples.one()).routes().get(Names.EDGE).getVirtualHosts(0).getRoutesList())
                .as("by weight otherwise").anySatisfy(route -> assertThat(route.getRoute().hasWeightedClusters()).isTrue());
    }

    @Test
    void itsVersionsAreNotLookedUpAndWhatItCallsIs() {
        assertThat(SNAPSHOT.clusters().keySet()).isEqualTo(Set.of(Names.APPLICATION, "persona-stable"));
    }

    @Test
    void requestsAreCountedAtTheEdgeThatTheMeshListenerDoesNotSee() {
        assertThat(edge().getRoutes(1).getTypedPerFilterConfigMap().keySet()).containsExactly(Filters.RATE_LIMIT);
        assertThat(List.copyOf(Filters.edge("/healthz", true))).extracting(filter -> filter.getName()).contains(Filters.RATE_LIMIT);
    }

    /** The load balancer takes away a task that answers its checks with 429. */
    @Test
    void checksOfTheLoadBalancerAreNeverLimited() {
        assertThat(edge().getTypedPerFilterConfigMap()).isEmpty();
        assertThat(edge().getRoutes(0).getMatch().getPath()).isEqualTo(Samples.one().own().healthPath());
        assertThat(edge().getRoutes(0).getTypedPerFilterConfigMap()).isEmpty();
    }
}
