package dev.tandem.cost.report;

/**
 * A type of the plan that is known to cost nothing by itself.
 *
 * @param type the type
 * @param count how many resources
 * @param reason why it is free, or which line carries its cost
 */
public record FreeOfCharge(String type, int count, String reason) {}
