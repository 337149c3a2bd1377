package dev.tandem.mesh.route;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The circumstances in which a document would become live.
 *
 * @param live    the document that is live now; empty for a service's first
 * @param members tasks found per version name; a version that is missing here was not counted and is not judged
 * @param force   whether a canary may start outside of 1 to 5 %
 */
public record RouteChange(Optional<RouteDocument> live, Map<String, Integer> members, boolean force) {

    /** Smallest share with which a canary starts, percent. */
    public static final int CANARY_START_LEAST = 1;

    /** Largest share with which a canary starts, percent. */
    public static final int CANARY_START_MOST = 5;

    /** Copies and sorts. */
    public RouteChange {
        Objects.requireNonNull(live, "live");
        members = Collections.unmodifiableMap(new TreeMap<>(members));
    }

    /** A service's first document, members not counted. */
    public static RouteChange first() {
        return new RouteChange(Optional.empty(), Map.of(), false);
    }

    /** A change of a live document, members not counted. */
    public static RouteChange of(RouteDocument live) {
        return new RouteChange(Optional.of(live), Map.of(), false);
    }

    /** The same with counted members. */
    public RouteChange withMembers(Map<String, Integer> counted) {
        return new RouteChange(live, counted, force);
    }

    /** The same, or not, with force. */
    public RouteChange withForce(boolean value) {
        return new RouteChange(live, members, value);
    }
}
