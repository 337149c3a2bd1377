package dev.tandem.ops.slo;

/**
 * An error budget: how many requests may fail, and how many did. Pure.
 *
 * @param objectivePercent share of requests that must succeed, percent, below 100
 * @param requests         requests of the window
 * @param failures         those that failed
 */
public record Budget(double objectivePercent, double requests, double failures) {

    /** @throws IllegalArgumentException unless 0 &lt; objective &lt; 100 */
    public Budget {
        if (!(objectivePercent > 0 && objectivePercent < 100)) {
            throw new IllegalArgumentException("objective of " + objectivePercent + " %: expected more than 0 and less than 100, such as 99.9");
        }
    }

    /** Share of requests that failed, percent. */
    public double failedPercent() {
        return requests == 0 ? 0 : 100 * failures / requests;
    }

    /** Part of the budget that is left, percent; below 0 when overspent. */
    public double leftPercent() {
        return 100 * (1 - burnRate());
    }

    /**
     * How fast the budget is spent: 1 spends it in exactly the objective's window, 14.4 in an hour two percent of 30 days (Google,
     * "The Site Reliability Workbook", chapter 5).
     */
    public double burnRate() {
        return failedPercent() / (100 - objectivePercent);
    }
}
