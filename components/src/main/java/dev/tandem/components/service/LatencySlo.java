package dev.tandem.components.service;

/**
 * Objective for the time from load balancer to answer.
 *
 * @param p95Seconds alarm above this 95th percentile, seconds
 * @param p99Seconds alarm above this 99th percentile, seconds
 */
public record LatencySlo(double p95Seconds, double p99Seconds) {

    /** P95 under 200 ms, P99 under one second. */
    public static final LatencySlo DEFAULT = new LatencySlo(0.2, 1.0);

    /** @throws IllegalArgumentException unless 0 &lt; P95 &lt;= P99 */
    public LatencySlo {
        if (!(p95Seconds > 0 && p95Seconds <= p99Seconds)) {
            throw new IllegalArgumentException("latency objective of P95 " + p95Seconds + " s and P99 " + p99Seconds
                    + " s: expected 0 < P95 <= P99, such as 0.2 and 1.0");
        }
    }
}
