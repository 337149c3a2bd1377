package dev.tandem.mesh.envoy;

import java.util.Collection;
import java.util.TreeSet;

/** A configuration names something that it does not have. Envoy is never given such a one. */
public final class InconsistentSnapshotException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InconsistentSnapshotException(String message) {
        super(message);
    }

    /** Says what is missing, who names it, and among what it was looked for. */
    static InconsistentSnapshotException missing(String kind, String name, String referrer, Collection<String> searched) {
        return new InconsistentSnapshotException(kind + " '" + name + "' is not there, and " + referrer
                + " names it; there are: " + (searched.isEmpty() ? "none" : String.join(", ", new TreeSet<>(searched))));
    }
}
