package dev.tandem.ops.canary;

import dev.tandem.mesh.route.RouteChange;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.smoke.Smoke;
import java.util.List;

/**
 * What a canary goes through.
 *
 * @param steps       its shares before it is promoted, percent, growing; the first 1 to 5, the last below 100
 * @param soakSeconds how long each share is watched, seconds
 * @param p95Millis   red above this 95th percentile of its answers, milliseconds
 * @param p99Millis   red above this 99th percentile, milliseconds
 * @param errorPercent red above this share of 5xx answers, percent
 * @param minRequests answers that it must have given at a share before the share can be green
 * @param smoke       addresses that must answer 2xx at every look, tests of the new version
 * @param smokeHeaders {@code NAME=VALUE}, sent with them, such as the mark of a pin
 */
public record CanarySettings(
        List<Integer> steps, long soakSeconds, double p95Millis, double p99Millis, double errorPercent, int minRequests,
        List<String> smoke, List<String> smokeHeaders) {

    /** 5, 25 and 50 percent. */
    public static final List<Integer> STEPS = List.of(5, 25, 50);

    private static final long DAY_SECONDS = 24 * 3600L;
    private static final int ALL = 100;

    /** @throws OperationRefusedException when a value makes no sense; says which and what is expected */
    public CanarySettings {
        steps = List.copyOf(steps);
        smoke = List.copyOf(smoke);
        smokeHeaders = List.copyOf(smokeHeaders);
        Smoke.headers(smokeHeaders);
        if (steps.isEmpty() || steps.get(0) < RouteChange.CANARY_START_LEAST || steps.get(0) > RouteChange.CANARY_START_MOST) {
            throw new OperationRefusedException("--steps: found " + steps + ", expected the first share to be "
                    + RouteChange.CANARY_START_LEAST + " to " + RouteChange.CANARY_START_MOST + " percent, such as 5,25,50");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i) <= steps.get(i - 1) || steps.get(i) >= ALL) {
                throw new OperationRefusedException("--steps: found " + steps
                        + ", expected shares that grow and stay below 100 (promote gives it all), such as 5,25,50");
            }
        }
        if (soakSeconds < 1 || soakSeconds > DAY_SECONDS) {
            throw new OperationRefusedException("--soak: found " + soakSeconds + " s, expected 1 s to 24 h, such as 10m");
        }
        if (!(p95Millis > 0 && p95Millis <= p99Millis)) {
            throw new OperationRefusedException("--p95 " + p95Millis + " and --p99 " + p99Millis
                    + ": expected 0 < P95 <= P99, milliseconds, such as 200 and 1000");
        }
        if (!(errorPercent >= 0 && errorPercent <= ALL) || minRequests < 0) {
            throw new OperationRefusedException("--errors " + errorPercent + " and --min-requests " + minRequests
                    + ": expected 0 to 100 percent and a count of at least 0, such as 1 and 20");
        }
    }
}
