package dev.tandem.mesh.envoy;

import dev.tandem.mesh.route.RouteDocument;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one task knows of the mesh at one moment. Immutable.
 *
 * @param own     document of the task's own service
 * @param callees documents of the services that it calls, by name; one that could not be had is left out
 * @param besides documents whose clusters are there without being routed to: not yet, or no longer
 * @param remote  tasks in the other region, by version cluster such as {@code persona-stable}
 * @param empty   version clusters that are known to have no members now, here or in the other region: they get no weight
 */
public record MeshView(
        RouteDocument own,
        Map<String, RouteDocument> callees,
        List<RouteDocument> besides,
        Map<String, List<Member>> remote,
        Set<String> empty) {

    /** Copies and sorts. */
    public MeshView {
        Objects.requireNonNull(own, "own");
        callees = Collections.unmodifiableMap(new TreeMap<>(callees));
        besides = List.copyOf(besides);
        Map<String, List<Member>> sorted = new TreeMap<>();
        remote.forEach((cluster, members) -> sorted.put(cluster, members.stream().sorted().distinct().toList()));
        remote = Collections.unmodifiableMap(sorted);
        empty = Collections.unmodifiableSet(new TreeSet<>(empty));
    }

    /** A view in which every version is taken to have members, and nothing is known of another region. */
    public static MeshView of(RouteDocument own, Collection<RouteDocument> callees) {
        Map<String, RouteDocument> byName = new TreeMap<>();
        callees.forEach(document -> byName.put(document.service(), document));
        return new MeshView(own, byName, List.of(), Map.of(), Set.of());
    }

    /** The same with tasks in the other region. */
    public MeshView withRemote(Map<String, List<Member>> members) {
        return new MeshView(own, callees, besides, members, empty);
    }

    /** The same with other version clusters known to be empty. */
    public MeshView withEmpty(Set<String> clusters) {
        return new MeshView(own, callees, besides, remote, clusters);
    }

    /** The same with the clusters of other documents; where names meet, the later document decides. */
    public MeshView withClustersOf(List<RouteDocument> documents) {
        return new MeshView(own, callees, documents, remote, empty);
    }
}
