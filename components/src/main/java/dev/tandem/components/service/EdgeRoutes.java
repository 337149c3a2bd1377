package dev.tandem.components.service;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which path of the load balancer belongs to which service, and the listener rules' priorities.
 *
 * <p>A priority depends on the path alone (its depth and a hash), so adding a service does not renumber the others; only
 * two paths with one hash move apart. Deeper paths come first, so {@code /api/auth/admin} wins over {@code /api/auth}.
 * Immutable.
 */
public final class EdgeRoutes {

    /** Highest priority number that a listener rule may have; source: Elastic Load Balancing, "Listener rules". */
    public static final int MAX_PRIORITY = 50_000;

    private static final int MAX_DEPTH = 10;
    private static final int BAND = MAX_PRIORITY / MAX_DEPTH;
    private static final Pattern PATH = Pattern.compile("(/[a-z0-9][a-z0-9._~-]*){1," + MAX_DEPTH + "}");

    private final Map<String, Integer> priorityByPath;

    private EdgeRoutes(Map<String, Integer> priorityByPath) {
        this.priorityByPath = priorityByPath;
    }

    /**
     * Assigns a priority to every path.
     *
     * @param pathByService path by service name, such as {@code auth} and {@code /api/auth}
     * @throws IllegalArgumentException when a path is malformed or claimed by two services
     */
    public static EdgeRoutes of(Map<String, String> pathByService) {
        Map<String, String> serviceByPath = new TreeMap<>();
        new TreeMap<>(pathByService).forEach((service, path) -> {
            checkPath(service, path);
            String other = serviceByPath.put(path, service);
            if (other != null) {
                throw new IllegalArgumentException("path " + path + " is claimed by two services, " + other + " and "
                        + service + ": a path belongs to one service, choose another for one of them");
            }
        });
        Map<String, Integer> priorities = new TreeMap<>();
        Set<Integer> taken = new HashSet<>();
        serviceByPath.keySet().forEach(path -> priorities.put(path, free(path, taken)));
        return new EdgeRoutes(priorities);
    }

    /**
     * The listener rule's priority of a path, 1 to {@value #MAX_PRIORITY}.
     *
     * @throws IllegalArgumentException when the path is none of these
     */
    public int priority(String path) {
        Integer priority = priorityByPath.get(path);
        if (priority == null) {
            throw new IllegalArgumentException("path " + path + " has no priority: the paths of the load balancer are "
                    + priorityByPath.keySet() + "; name it when they are put together");
        }
        return priority;
    }

    /**
     * Checks a path's form.
     *
     * @throws IllegalArgumentException when it is no absolute path of lower-case segments, or has a trailing slash
     */
    static void checkPath(String service, String path) {
        if (path == null || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("service " + service + " has the path \"" + path
                    + "\": expected 1 to " + MAX_DEPTH + " lower-case segments, such as \"/api/auth\", no slash at the end");
        }
    }

    private static int free(String path, Set<Integer> taken) {
        int depth = (int) path.chars().filter(c -> c == '/').count();
        int first = (MAX_DEPTH - depth) * BAND + 1;
        int offset = Math.floorMod(path.hashCode(), BAND);
        for (int tries = 0; tries < BAND; tries++) {
            int priority = first + (offset + tries) % BAND;
            if (taken.add(priority)) {
                return priority;
            }
        }
        throw new IllegalArgumentException("no priority is left for path " + path + ": there are already " + BAND
                + " paths of " + depth + " segments, the most that one load balancer takes");
    }
}
