package dev.tandem.components.failover;

import java.util.List;

/**
 * How Route 53 asks a region whether it serves.
 *
 * @param path            path asked over HTTPS at the load balancer's own name; 2xx and 3xx are healthy
 * @param intervalSeconds 30, or 10 at an extra charge
 * @param failures        failed checks in a row that make it unhealthy, 1 to 10
 */
public record EdgeCheck(String path, int intervalSeconds, int failures) {

    private static final List<Integer> INTERVALS = List.of(10, 30);
    private static final int MOST_FAILURES = 10;

    /** @throws IllegalArgumentException when Route 53 has no such check */
    public EdgeCheck {
        if (path == null || !path.matches("/[A-Za-z0-9/._~-]{0,254}")) {
            throw new IllegalArgumentException(
                    "health check path is \"" + path + "\", expected an absolute path such as \"/api/auth/healthz\"");
        }
        if (!INTERVALS.contains(intervalSeconds)) {
            throw new IllegalArgumentException(
                    "health check interval is " + intervalSeconds + " s, Route 53 has only " + INTERVALS + " s");
        }
        if (failures < 1 || failures > MOST_FAILURES) {
            throw new IllegalArgumentException(
                    "health check fails after " + failures + " checks, expected 1 to " + MOST_FAILURES);
        }
    }

    /** Three checks at 30 s. */
    public static EdgeCheck every30Seconds(String path) {
        return new EdgeCheck(path, 30, 3);
    }
}
