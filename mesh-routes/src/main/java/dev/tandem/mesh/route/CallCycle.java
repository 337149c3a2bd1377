package dev.tandem.mesh.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds services that call each other in a circle. */
public final class CallCycle {

    private CallCycle() {}

    /**
     * A cycle, its first service again at the end, such as {@code [auth, persona, auth]}.
     *
     * @param calls services by caller; whoever is not a key calls nobody
     * @return empty when there is none
     */
    public static Optional<List<String>> find(Map<String, ? extends Iterable<String>> calls) {
        Set<String> done = new HashSet<>();
        for (String start : new TreeSet<>(calls.keySet())) {
            Optional<List<String>> cycle = visit(start, calls, new ArrayDeque<>(), done);
            if (cycle.isPresent()) {
                return cycle;
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> visit(
            String service, Map<String, ? extends Iterable<String>> calls, Deque<String> way, Set<String> done) {
        if (way.contains(service)) {
            List<String> cycle = new ArrayList<>(way);
            cycle = new ArrayList<>(cycle.subList(cycle.indexOf(service), cycle.size()));
            cycle.add(service);
            return Optional.of(cycle);
        }
        if (done.contains(service)) {
            return Optional.empty();
        }
        way.addLast(service);
        for (String called : calls.containsKey(service) ? calls.get(service) : List.<String>of()) {
            Optional<List<String>> cycle = visit(called, calls, way, done);
            if (cycle.isPresent()) {
                return cycle;
            }
        }
        way.removeLast();
        done.add(service);
        return Optional.empty();
    }
}
