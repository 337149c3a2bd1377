package dev.tandem.service.http;

/**
 * How many tries again are left: each call earns a share of one, each try again costs one. A callee that is down so gets a
 * fifth more requests and not three times as many. Safe for use by several threads.
 */
final class RetryBudget {

    private final double earned;
    private final double most;
    private double balance;

    /**
     * A full budget.
     *
     * @param earned share of a try that each call earns, e.g. 0.2
     * @param most   what can be saved up
     */
    RetryBudget(double earned, double most) {
        this.earned = earned;
        this.most = most;
        this.balance = most;
    }

    synchronized void call() {
        balance = Math.min(most, balance + earned);
    }

    synchronized boolean spend() {
        if (balance < 1) {
            return false;
        }
        balance -= 1;
        return true;
    }
}
