package dev.tandem.ops.routes;

import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteDiff;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change that was thought through and not done yet.
 *
 * @param live     what is live
 * @param next     what would be live
 * @param earlier  number of the document that becomes live again, {@link #DECLARED} for what the stack declares; empty when a new one is
 *                 written
 * @param members  running tasks per version, as far as they were counted
 * @param problems why it is refused; empty when it is not
 */
public record RoutePlan(
        LiveRoute live, RouteDocument next, Optional<Long> earlier, Map<String, Integer> members, List<RouteProblem> problems) {

    /** In place of a number: the stack's own document, which has none. */
    public static final long DECLARED = 0;

    /** The number by which a document that is or was live is named to a rollback; below 1 it is one that the stack declared. */
    public static long named(long version) {
        return Math.max(DECLARED, version);
    }

    /** What differs. */
    public RouteDiff diff() {
        return RouteDiff.between(live.document(), next);
    }

    /** Whether there is nothing to do. */
    public boolean idle() {
        return earlier.filter(number -> number != DECLARED).map(number -> number == live.version()).orElse(live.document().equals(next));
    }

    /** Name of the service. */
    public String service() {
        return live.document().service();
    }
}
