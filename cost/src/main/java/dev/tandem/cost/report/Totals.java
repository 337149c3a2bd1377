package dev.tandem.cost.report;

/**
 * Sums of lines, a month.
 *
 * @param typical what is expected, with Spot at its planning price and autoscaling at rest; ceilings check this
 * @param worstCase the same tasks with all Spot at the on-demand price
 * @param atMaximum the worst case with autoscaling at its maximum all the time
 */
public record Totals(Money typical, Money worstCase, Money atMaximum) {}
