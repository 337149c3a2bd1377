package dev.tandem.mesh.envoy;

import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import java.util.ArrayList;
import java.util.List;

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
        List<Cluster> all = new ArrayList<>();
        List<ClusterLoadAssignment> endpoints = new ArrayList<>();
        all.add(clusters.application(view.own().port()));
        List<RouteDocument> documents = new ArrayList<>(view.callees().values());
        boolean callsItself = documents.stream().anyMatch(document -> document.service().equals(view.own().service()));
        if (view.own().path().isPresent() && !callsItself) {
            documents.add(view.own());
        }
        for (RouteDocument document : documents) {
            for (ServiceVersion version : document.versions()) {
                all.addAll(clusters.version(document, version));
                if (sidecar.otherRegion().isPresent()) {
                    String name = Names.cluster(document, version);
                    endpoints.add(Endpoints.of(Names.there(name), view.remote().getOrDefault(name, List.of())));
                }
            }
        }
        return Snapshot.of(new Listeners(sidecar, view.own()).all(), all, new RouteTables(sidecar, view).all(), endpoints)
                .ensureConsistent();
    }
}
