package dev.tandem.mesh.envoy;

import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From what a task knows of the mesh to its Envoy's configuration. Pure: equal arguments give equal snapshots. */
public final class Renderer {

    private Renderer() {}

    /**
     * Renders all that is not a secret.
     *
     * @throws InconsistentSnapshotException when something that is named is not there, such as a pin's version
     */
    public static Snapshot render(Sidecar sidecar, MeshView view) {
        Clusters clusters = new Clusters(sidecar);
        Map<String, Cluster> all = new TreeMap<>();
        Map<String, ClusterLoadAssignment> endpoints = new TreeMap<>();
        all.put(Names.APPLICATION, clusters.application(view.own().port()));
        for (RouteDocument document : calledBy(sidecar, view)) {
            for (ServiceVersion version : document.versions()) {
                if (!expected(document, version)) {
                    continue;
                }
                clusters.version(document, version).forEach(cluster -> all.put(cluster.getName(), cluster));
                sidecar.otherRegion().ifPresent(region -> {
                    String name = Names.cluster(document, version);
                    endpoints.put(name, Endpoints.in(region, Names.there(name), view.remote().getOrDefault(name, List.of())));
                });
            }
        }
        return Snapshot.of(new Listeners(sidecar, view.own()).all(), all.values(), new RouteTables(sidecar, view).all(),
                        endpoints.values())
                .ensureConsistent();
    }

    /**
     * Whether a document's version has a cluster. One without a share that none of its tasks is expected to run for needs none,
     * and no DNS queries.
     */
    public static boolean expected(RouteDocument document, ServiceVersion version) {
        return version.weight() > 0
                || version.minMembers() > 0
                || document.pins().stream().anyMatch(pin -> pin.version().equals(version.name()))
                || document.mirror().filter(mirror -> mirror.version().equals(version.name())).isPresent();
    }

    /** In the order in which they decide on clusters of one name: what is routed to, then what comes or goes. */
    private static List<RouteDocument> calledBy(Sidecar sidecar, MeshView view) {
        List<RouteDocument> documents = new ArrayList<>();
        if (view.own().path().isPresent() && !sidecar.ownEdge()) {
            documents.add(view.own());
        }
        documents.addAll(view.callees().values());
        documents.addAll(view.besides());
        return documents;
    }
}
