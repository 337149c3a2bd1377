package dev.tandem.mesh.route;

/**
 * What is tried again: connection failures, resets, refused streams and 502, 503, 504 answers. Budgets are per calling Envoy
 * and version.
 *
 * @param attempts          further attempts after the first; 0 for none
 * @param perTryMillis      time for one attempt, milliseconds
 * @param budgetPercent     retries allowed, percent of the requests under way
 * @param minConcurrency    retries that are allowed however few requests are under way
 * @param backoffBaseMillis first pause between attempts; they grow exponentially, with jitter
 * @param backoffMaxMillis  longest pause, milliseconds
 */
public record Retries(
        int attempts,
        int perTryMillis,
        int budgetPercent,
        int minConcurrency,
        int backoffBaseMillis,
        int backoffMaxMillis) {

    /** One retry of 800 ms within 20 % of the requests under way, after 25 to 250 ms. */
    public static final Retries DEFAULT = new Retries(1, 800, 20, 3, 25, 250);

    /** The same with other pauses, milliseconds. */
    public Retries withBackoff(int baseMillis, int maxMillis) {
        return new Retries(attempts, perTryMillis, budgetPercent, minConcurrency, baseMillis, maxMillis);
    }

    /**
     * Longest pause before a retry, milliseconds: Envoy takes a random time below (2^n - 1) times the base, at most the
     * longest pause (Envoy, "x-envoy-max-retries").
     *
     * @param retry number of the retry, from 1
     */
    public long longestPauseMillis(int retry) {
        long grown = retry >= Integer.SIZE - 1 ? Long.MAX_VALUE : ((1L << retry) - 1) * backoffBaseMillis;
        return Math.min(grown, backoffMaxMillis);
    }

    /** Longest time that all attempts and the pauses between them take, milliseconds. */
    public long worstCaseMillis() {
        long total = perTryMillis;
        for (int retry = 1; retry <= attempts; retry++) {
            total += perTryMillis + longestPauseMillis(retry);
        }
        return total;
    }
}
