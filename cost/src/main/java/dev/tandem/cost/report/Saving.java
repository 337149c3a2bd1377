package dev.tandem.cost.report;

/**
 * A change that would make the plan cheaper.
 *
 * @param action what to change, for example {@code run auth's on-demand tasks on Spot}
 * @param monthly what it saves
 */
public record Saving(String action, Money monthly) {}
