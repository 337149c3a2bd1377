package dev.tandem.mesh.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.tandem.mesh.route.Pin;
import dev.tandem.mesh.route.RouteDocument;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    @Test
    void saysWhatIsMissingWhoNamesItAndWhatThereIs() {
        RouteDocument document = Samples.persona().toBuilder()
                .pins(List.of(new Pin(Pin.By.HEADER, "x-tester", "1", "beta")))
                .build();
        assertThatThrownBy(() -> Renderer.render(Samples.sidecar(1), MeshView.of(Samples.auth(), List.of(document))))
                .isInstanceOf(InconsistentSnapshotException.class)
                .hasMessage("cluster 'persona-beta' is not there, and route persona-pin-0 of persona in outbound names it; there"
                        + " are: application, auth-canary, auth-stable, persona-stable");
    }

    @Test
    void listenersNeedTheirRouteTablesAndFileClustersTheirEndpoints() {
        Snapshot whole = Renderer.render(Samples.sidecar(1).withOtherRegion("eu-west-1"), Samples.two());
        Snapshot without = new Snapshot("v", whole.listeners(), whole.clusters(), Map.of(), whole.endpoints());
        assertThatThrownBy(without::ensureConsistent)
                .hasMessage("route table 'mesh' is not there, and listener mesh names it; there are: none");
        Snapshot noEndpoints = new Snapshot("v", whole.listeners(), whole.clusters(), whole.routes(), Map.of());
        assertThatThrownBy(noEndpoints::ensureConsistent)
                .hasMessage("endpoints 'auth-canary@there' is not there, and cluster auth-canary@there names it; there are: none");
        Map<String, Cluster> clusters = new TreeMap<>(whole.clusters());
        clusters.remove("auth-stable@here");
        Snapshot half = new Snapshot("v", whole.listeners(), clusters, whole.routes(), whole.endpoints());
        assertThatThrownBy(half::ensureConsistent)
                .hasMessageStartingWith("cluster 'auth-stable@here' is not there, and aggregate cluster auth-stable names it");
    }

    @Test
    void versionSaysWhatIsInIt() {
        Snapshot one = Renderer.render(Samples.sidecar(1), Samples.one());
        assertThat(Renderer.render(Samples.sidecar(1), Samples.one())).isEqualTo(one);
        assertThat(Renderer.render(Samples.sidecar(1), Samples.one().withEmpty(Set.of("auth-canary"))).version())
                .isNotEqualTo(one.version());
    }

    @Test
    void clustersOfOtherDocumentsAreThereWithoutARoute() {
        MeshView view = MeshView.of(Samples.auth(), List.of()).withClustersOf(List.of(Samples.persona()));
        Snapshot snapshot = Renderer.render(Samples.sidecar(1), view);
        assertThat(snapshot.clusters()).containsKey("persona-stable").doesNotContainKey("persona-canary");
        assertThat(snapshot.routes()).isEqualTo(Renderer.render(Samples.sidecar(1), view.withClustersOf(List.of())).routes());
    }

    @Test
    void isReadBackAsItWasWritten() {
        Snapshot snapshot = Renderer.render(Samples.sidecar(1).withOtherRegion("eu-west-1"), Samples.two());
        Map<String, String> files = SnapshotFiles.of(snapshot);
        assertThat(SnapshotFiles.read(files).version()).isEqualTo(snapshot.version());
        assertThat(SnapshotFiles.of(SnapshotFiles.read(files))).isEqualTo(files);
        Map<String, String> half = new TreeMap<>(files);
        half.computeIfPresent("cds.json", (name, text) -> text.substring(0, text.length() / 2));
        assertThatThrownBy(() -> SnapshotFiles.read(half))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cds.json is no Cluster of Envoy: ");
    }

    @Test
    void whoCallsGivesAnIdleConnectionUpFirst() throws InvalidProtocolBufferException {
        Snapshot snapshot = Renderer.render(Samples.sidecar(1), Samples.one());
        // Node's server closes after 5 s, and the mesh listener of a callee after 300 s.
        assertThat(idle(snapshot.clusters().get("application"))).isLessThan(5);
        assertThat(idle(snapshot.clusters().get("auth-stable"))).isLessThan(300);
    }

    private static long idle(Cluster cluster) throws InvalidProtocolBufferException {
        Duration idle = cluster.getTypedExtensionProtocolOptionsOrThrow("envoy.extensions.upstreams.http.v3.HttpProtocolOptions")
                .unpack(HttpProtocolOptions.class)
                .getCommonHttpProtocolOptions()
                .getIdleTimeout();
        assertThat(idle.getSeconds()).as("Envoy's default is an hour").isPositive();
        return idle.getSeconds();
    }

    @Test
    void administrationStaysOnLoopback() {
        assertThatThrownBy(() -> Samples.sidecar(1).at("0.0.0.0", "0.0.0.0"))
                .hasMessage("loopback address is 0.0.0.0, expected one of 127.0.0.0/8: Envoy's administration and the outbound"
                        + " listener must not be reachable from outside of the task");
    }
}
