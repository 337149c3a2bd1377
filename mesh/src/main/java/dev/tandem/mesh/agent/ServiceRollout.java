package dev.tandem.mesh.agent;

import dev.tandem.mesh.envoy.Names;
import dev.tandem.mesh.envoy.Renderer;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.ServiceVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One service's change of documents, make before break. A new document first brings its clusters; it is routed by as soon as
 * those are warm and have members; what it replaced keeps its clusters until requests that were under way have ended.
 * Immutable: each event gives the next state.
 *
 * @param routed   document that routes follow
 * @param incoming document whose clusters are being warmed; empty when there is none
 * @param since    when the incoming document came
 * @param leaving  documents that were replaced and may still have requests under way
 */
record ServiceRollout(LiveRoute routed, Optional<LiveRoute> incoming, Instant since, List<Leaving> leaving) {

    /** @param until when its clusters may go */
    record Leaving(RouteDocument document, Instant until) {}

    /**
     * How long what takes.
     *
     * @param patience longest wait for all members that a document asks for; then one per service is enough
     * @param drain    time for requests under way after a change
     */
    record Pace(Duration patience, Duration drain) {}

    /** A service's first document is routed by at once: there is nothing to be kept. */
    static ServiceRollout first(LiveRoute document, Instant now) {
        return new ServiceRollout(document, Optional.empty(), now, List.of());
    }

    /** Another document is live. */
    ServiceRollout offered(LiveRoute next, Instant now) {
        if (next.equals(incoming.orElse(routed))) {
            return this;
        }
        if (next.equals(routed)) {
            return new ServiceRollout(routed, Optional.empty(), now, leaving);
        }
        return new ServiceRollout(routed, Optional.of(next), now, leaving);
    }

    /** What Envoy has found meanwhile. */
    ServiceRollout observed(Members members, Pace pace, Instant now) {
        List<Leaving> still = leaving.stream().filter(old -> old.until().isAfter(now)).toList();
        if (incoming.isEmpty()) {
            return still.size() == leaving.size() ? this : new ServiceRollout(routed, incoming, since, still);
        }
        RouteDocument next = incoming.get().document();
        boolean patient = now.isBefore(since.plus(pace.patience()));
        if (!ready(next, members, patient)) {
            return new ServiceRollout(routed, incoming, since, still);
        }
        List<Leaving> left = new ArrayList<>(still);
        left.add(new Leaving(routed.document(), now.plus(pace.drain())));
        return new ServiceRollout(incoming.get(), Optional.empty(), now, left);
    }

    /** Whether a change waits for members. */
    boolean waiting() {
        return incoming.isPresent();
    }

    /** Documents whose clusters are needed beside those of the routed one: the oldest first. */
    List<RouteDocument> besides() {
        List<RouteDocument> documents = new ArrayList<>();
        // An old document does not decide on clusters that the routed one has as well.
        leaving.forEach(old -> documents.add(withoutClustersOf(old.document(), routed.document())));
        incoming.ifPresent(next -> documents.add(next.document()));
        return documents;
    }

    /** A version that the current document still names may have lost its cluster there, as what a canary replaced has. */
    private static RouteDocument withoutClustersOf(RouteDocument old, RouteDocument current) {
        return old.toBuilder()
                .versions(old.versions().stream()
                        .filter(version -> current.version(version.name())
                                .filter(now -> Renderer.expected(current, now)).isEmpty())
                        .toList())
                .build();
    }

    private boolean ready(RouteDocument next, Members members, boolean patient) {
        List<ServiceVersion> weighted = next.versions().stream().filter(version -> version.weight() > 0).toList();
        if (patient) {
            return weighted.stream().allMatch(version -> enough(next, version, members));
        }
        return weighted.stream().anyMatch(version -> members.of(Names.cluster(next, version.name())) > 0)
                || routed.document().versions().stream()
                        .noneMatch(version -> members.of(Names.cluster(routed.document(), version.name())) > 0);
    }

    /** A version that has a share already keeps it with one member; a new one waits for as many as its document says. */
    private boolean enough(RouteDocument next, ServiceVersion version, Members members) {
        boolean hasShare = routed.document().version(version.name()).filter(now -> now.weight() > 0).isPresent();
        int needed = hasShare ? 1 : Math.max(1, version.minMembers());
        return members.of(Names.cluster(next, version.name())) >= needed;
    }
}
