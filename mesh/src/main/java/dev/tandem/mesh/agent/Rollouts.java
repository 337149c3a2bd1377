package dev.tandem.mesh.agent;

import dev.tandem.mesh.envoy.Member;
import dev.tandem.mesh.envoy.MeshView;
import dev.tandem.mesh.envoy.Names;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rollouts of all services that a task has to do with, and the view of the mesh that they make. For one thread. */
final class Rollouts {

    private final String service;
    private final ServiceRollout.Pace pace;
    private final Map<String, ServiceRollout> byService = new TreeMap<>();

    Rollouts(String service, ServiceRollout.Pace pace) {
        this.service = service;
        this.pace = pace;
    }

    /** Takes in what is live. */
    void offer(Map<String, LiveRoute> latest, Instant now) {
        latest.forEach((name, route) -> byService.merge(name, ServiceRollout.first(route, now), (rollout, first) ->
                // Without an edge nothing is routed by the own document's versions: there is nothing to wait for.
                name.equals(service) && route.document().path().isEmpty() ? first : rollout.offered(route, now)));
        byService.keySet().retainAll(latest.keySet());
    }

    /** Takes in what Envoy has found. */
    void observe(Members members, Instant now) {
        byService.replaceAll((name, rollout) -> rollout.observed(members, pace, now));
    }

    /** Whether the own document is there: nothing can be rendered without it. */
    boolean ready() {
        return byService.containsKey(service);
    }

    /** Whether the documents of all services that this one calls are there as well. */
    boolean complete() {
        return ready() && byService.keySet().containsAll(byService.get(service).routed().document().calls());
    }

    /** Changes that wait for members. */
    long waiting() {
        return byService.values().stream().filter(ServiceRollout::waiting).count();
    }

    /** Version of the document that routes follow, by service. */
    Map<String, Long> versions() {
        Map<String, Long> versions = new TreeMap<>();
        byService.forEach((name, rollout) -> versions.put(name, rollout.routed().version()));
        return Collections.unmodifiableMap(versions);
    }

    /** @param members what Envoy has found; empty as long as it was not asked */
    MeshView view(Optional<Members> members, Map<String, List<Member>> remote) {
        RouteDocument own = byService.get(service).routed().document();
        Map<String, RouteDocument> callees = new TreeMap<>();
        List<RouteDocument> besides = new ArrayList<>();
        Set<String> empty = new HashSet<>();
        byService.forEach((name, rollout) -> {
            RouteDocument routed = rollout.routed().document();
            if (own.calls().contains(name)) {
                callees.put(name, routed);
            }
            boolean called = own.calls().contains(name) || own.path().isPresent();
            if (called) {
                besides.addAll(rollout.besides());
            }
            empty.addAll(members.map(found -> withoutMembers(routed, found)).orElseGet(() -> unproven(routed)));
        });
        return MeshView.of(own, callees.values()).withClustersOf(besides).withRemote(remote).withEmpty(empty);
    }

    private static List<String> withoutMembers(RouteDocument document, Members members) {
        return document.versions().stream()
                .map(version -> Names.cluster(document, version.name()))
                .filter(cluster -> members.of(cluster) == 0)
                .toList();
    }

    /** Before anything is known the version with the largest share is trusted to be there, and no other. */
    private static List<String> unproven(RouteDocument document) {
        Optional<ServiceVersion> largest = document.versions().stream().max(Comparator.comparing(ServiceVersion::weight));
        return document.versions().stream()
                .filter(version -> !version.equals(largest.orElse(null)))
                .map(version -> Names.cluster(document, version.name()))
                .toList();
    }
}
