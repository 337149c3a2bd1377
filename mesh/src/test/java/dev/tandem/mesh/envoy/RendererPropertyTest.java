package dev.tandem.mesh.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.mesh.route.RouteDocument;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every document: nothing dangles, weights sum, and nothing without members gets a share. */
class RendererPropertyTest {

    @Property(tries = 200)
    void everyReferenceResolves(@ForAll("views") MeshView view, @ForAll boolean twoRegions) {
        Sidecar sidecar = twoRegions ? Samples.sidecar(1).withOtherRegion("eu-west-1") : Samples.sidecar(1);
        Snapshot snapshot = Renderer.render(sidecar, view);
        assertThat(snapshot.ensureConsistent()).isSameAs(snapshot);
        assertThat(SnapshotFiles.read(SnapshotFiles.of(snapshot)).version()).isEqualTo(snapshot.version());
    }

    @Property(tries = 200)
    void noShareForAVersionWithoutMembers(@ForAll("views") MeshView view) {
        Snapshot snapshot = Renderer.render(Samples.sidecar(1), view);
        for (RouteDocument document : view.callees().values()) {
            List<String> alive = document.versions().stream()
                    .filter(version -> version.weight() > 0)
                    .map(version -> Names.cluster(document, version))
                    .filter(cluster -> !view.empty().contains(cluster))
                    .toList();
            if (!alive.isEmpty()) {
                assertThat(targets(snapshot, document.service())).isSubsetOf(alive);
            }
        }
    }

    @Property
    void weightsSumToAHundredAndKeepTheirOrder(@ForAll("documents") RouteDocument document) {
        Map<String, Integer> weights = EffectiveWeights.of(document, Set.of());
        assertThat(weights.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        document.versions().forEach(version ->
                assertThat(weights.getOrDefault(version.name(), 0)).isEqualTo(version.weight()));
        if (document.versions().get(0).weight() < 100) {
            Map<String, Integer> rest = EffectiveWeights.of(document, Set.of(Names.cluster(document, document.versions().get(0))));
            assertThat(rest.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        }
    }

    private static Set<String> targets(Snapshot snapshot, String service) {
        Set<String> targets = new HashSet<>();
        snapshot.routes().get("outbound").getVirtualHostsList().stream()
                .filter(host -> host.getName().equals(service))
                .flatMap(host -> host.getRoutesList().stream())
                .map(route -> route.getRoute())
                .forEach((RouteAction action) -> {
                    if (action.hasCluster()) {
                        targets.add(action.getCluster());
                    }
                    action.getWeightedClusters().getClustersList().forEach(weighted -> targets.add(weighted.getName()));
                });
        return targets;
    }

    @Provide
    Arbitrary<RouteDocument> documents() {
        Arbitrary<String> names = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
        Arbitrary<List<Integer>> cuts = Arbitraries.integers().between(0, 100).list().ofMinSize(0).ofMaxSize(4);
        return Combinators.combine(names, cuts, Arbitraries.integers().between(0, 50)).as((name, points, budget) -> {
            List<Integer> sorted = new ArrayList<>(points);
            sorted.add(0);
            sorted.add(100);
            sorted.sort(Integer::compare);
            var builder = RouteDocument.builder(name).in("prod", "example.org");
            for (int i = 1; i < sorted.size(); i++) {
                builder.version("v" + i, sorted.get(i) - sorted.get(i - 1), 1);
            }
            return builder.build();
        });
    }

    @Provide
    Arbitrary<MeshView> views() {
        return Combinators.combine(documents().list().ofMinSize(1).ofMaxSize(4), Arbitraries.randomValue(random -> random.nextLong()))
                .as((documents, seed) -> {
                    Set<String> empty = new HashSet<>();
                    java.util.Random random = new java.util.Random(seed);
                    documents.forEach(document -> document.versions().forEach(version -> {
                        if (random.nextBoolean()) {
                            empty.add(Names.cluster(document, version));
                        }
                    }));
                    return MeshView.of(Samples.auth(), documents).withEmpty(empty);
                });
    }
}
