package dev.tandem.mesh.route;

/** Timeouts, retries, circuit breaking and outlier detection. */
final class ReliabilityChecks {

    /** The load balancer's idle timeout is 60 s by default: no call may be allowed longer. */
    private static final int LONGEST_MILLIS = 60_000;

    /** Above it retries are load: Envoy's default is 20 %, the SRE book's 10 %. */
    private static final int LARGEST_BUDGET = 25;

    private static final int MOST_ATTEMPTS = 5;
    private static final int MOST_UNDER_WAY = 100_000;

    private ReliabilityChecks() {}

    static void check(RouteDocument document, Checks checks) {
        checks.range("timeoutMillis", document.timeoutMillis(), 1, LONGEST_MILLIS, "milliseconds");
        retries(document, checks);
        CircuitBreaker breaker = document.circuitBreaker();
        checks.range("circuitBreaker.connections", breaker.connections(), 1, MOST_UNDER_WAY);
        checks.range("circuitBreaker.pendingRequests", breaker.pendingRequests(), 1, MOST_UNDER_WAY);
        checks.range("circuitBreaker.requests", breaker.requests(), 1, MOST_UNDER_WAY);
        checks.range("circuitBreaker.retries", breaker.retries(), 0, MOST_UNDER_WAY);
        OutlierDetection outliers = document.outlierDetection();
        checks.range("outlierDetection.consecutive5xx", outliers.consecutive5xx(), 1, 1_000);
        checks.range("outlierDetection.consecutiveGatewayFailures", outliers.consecutiveGatewayFailures(), 1, 1_000);
        checks.range("outlierDetection.intervalMillis", outliers.intervalMillis(), 100, 300_000, "milliseconds");
        checks.range("outlierDetection.baseEjectionMillis", outliers.baseEjectionMillis(), 100, 300_000,
                "milliseconds; Envoy leaves nobody out longer than 300 s");
        checks.range("outlierDetection.maxEjectionPercent", outliers.maxEjectionPercent(), 1, 100);
    }

    private static void retries(RouteDocument document, Checks checks) {
        Retries retries = document.retries();
        checks.range("retries.attempts", retries.attempts(), 0, MOST_ATTEMPTS, "attempts after the first");
        checks.range("retries.perTryMillis", retries.perTryMillis(), 1, LONGEST_MILLIS, "milliseconds");
        checks.range("retries.minConcurrency", retries.minConcurrency(), 0, 100);
        checks.range("retries.backoffBaseMillis", retries.backoffBaseMillis(), 1, 10_000, "milliseconds");
        if (retries.backoffMaxMillis() < retries.backoffBaseMillis() || retries.backoffMaxMillis() > LONGEST_MILLIS) {
            checks.add("retries.backoffMaxMillis", Integer.toString(retries.backoffMaxMillis()),
                    "backoffBaseMillis " + retries.backoffBaseMillis() + " to " + LONGEST_MILLIS + " milliseconds");
        }
        if (retries.budgetPercent() < 0 || retries.budgetPercent() > LARGEST_BUDGET) {
            checks.add("retries.budgetPercent", retries.budgetPercent() + " %", "0 to " + LARGEST_BUDGET
                    + " %: with " + retries.budgetPercent() + " % of the requests tried again, retries keep a failing service down");
        }
        long worst = retries.worstCaseMillis();
        if (retries.attempts() >= 0 && retries.attempts() <= MOST_ATTEMPTS && document.timeoutMillis() < worst) {
            checks.add("timeoutMillis", document.timeoutMillis() + " ms, shorter than its retries: "
                            + (retries.attempts() + 1) + " attempts of " + retries.perTryMillis() + " ms and pauses of up to "
                            + (worst - (retries.attempts() + 1L) * retries.perTryMillis()) + " ms are " + worst + " ms",
                    "at least " + worst + " ms, or fewer or shorter attempts");
        }
    }
}
