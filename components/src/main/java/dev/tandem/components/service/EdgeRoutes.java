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
 * two paths with one hash move apart. Deeper paths come first, so {@code /api/auth/admin} wins over {@code /api/auth}. Paths
 * under a host of their own come before all others, and where there are any, paths have five segments at most. Immutable.
 */
public final class EdgeRoutes {

    /** Highest priority number that a listener rule may have; source: Elastic Load Balancing, "Listener rules". */
    public static final int MAX_PRIORITY = 50_000;

    /** Priority of the rule that answers for a host of its own where none of its paths fits: before every rule without a host. */
    static final int HOST_GUARD = MAX_PRIORITY / 2;

    private static final int MAX_DEPTH = 10;
    private static final int HOST_DEPTH = MAX_DEPTH / 2;
    private static final int BAND = MAX_PRIORITY / MAX_DEPTH;
    private static final Pattern PATH = Pattern.compile("(/[a-z0-9][a-z0-9._~-]*){1," + MAX_DEPTH + "}");

    /** A path under a host, or under none (empty). */
    private record Claim(String host, String path) implements Comparable<Claim> {
        @Override
        public int compareTo(Claim other) {
            int byHost = host.compareTo(other.host);
            return byHost != 0 ? byHost : path.compareTo(other.path);
        }

        @Override
        public String toString() {
            return host + path;
        }
    }

    private final Map<Claim, Integer> priorityByPath;

    private EdgeRoutes(Map<Claim, Integer> priorityByPath) {
        this.priorityByPath = priorityByPath;
    }

    /**
     * Assigns a priority to every path.
     *
     * @param pathByService path by service name, such as {@code auth} and {@code /api/auth}
     * @throws IllegalArgumentException when a path is malformed or claimed by two services
     */
    public static EdgeRoutes of(Map<String, String> pathByService) {
        return of(pathByService, Map.of());
    }

    /**
     * Assigns a priority to every path.
     *
     * @param pathByService path by service name, such as {@code auth} and {@code /api/auth}
     * @param hostByService host of services that are reached under one of their own, such as {@code stg.api.tandem.example}
     * @throws IllegalArgumentException when a path is malformed or claimed by two services under one host, or has more than five
     *                                  segments while there are hosts
     */
    public static EdgeRoutes of(Map<String, String> pathByService, Map<String, String> hostByService) {
        Map<Claim, String> serviceByPath = new TreeMap<>();
        new TreeMap<>(pathByService).forEach((service, path) -> {
            checkPath(service, path);
            if (!hostByService.isEmpty() && depth(path) > HOST_DEPTH) {
                throw new IllegalArgumentException("service " + service + " has the path " + path + " of " + depth(path)
                        + " segments: expected " + HOST_DEPTH + " at most while services have a host of their own");
            }
            Claim claim = new Claim(hostByService.getOrDefault(service, ""), path);
            String other = serviceByPath.put(claim, service);
            if (other != null) {
                throw new IllegalArgumentException("path " + claim + " is claimed by two services, " + other + " and "
                        + service + ": a path belongs to one service, choose another for one of them");
            }
        });
        Map<Claim, Integer> priorities = new TreeMap<>();
        Set<Integer> taken = new HashSet<>(Set.of(HOST_GUARD));
        serviceByPath.keySet().forEach(claim -> priorities.put(claim, free(claim, taken)));
        return new EdgeRoutes(priorities);
    }

    /**
     * The listener rule's priority of a path, 1 to {@value #MAX_PRIORITY}.
     *
     * @throws IllegalArgumentException when the path is none of these
     */
    public int priority(String path) {
        return priority("", path);
    }

    /**
     * The listener rule's priority of a path under a host, 1 to {@value #MAX_PRIORITY}.
     *
     * @param host host of its own, or empty
     * @throws IllegalArgumentException when the path is none of these
     */
    public int priority(String host, String path) {
        Integer priority = priorityByPath.get(new Claim(host, path));
        if (priority == null) {
            throw new IllegalArgumentException("path " + host + path + " has no priority: the paths of the load balancer are "
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

    private static int depth(String path) {
        return (int) path.chars().filter(c -> c == '/').count();
    }

    private static int free(Claim claim, Set<Integer> taken) {
        String path = claim.path();
        int depth = depth(path);
        int first = (MAX_DEPTH - depth - (claim.host().isEmpty() ? 0 : HOST_DEPTH)) * BAND + 1;
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
