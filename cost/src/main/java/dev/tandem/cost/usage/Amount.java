package dev.tandem.cost.usage;

import java.math.BigDecimal;

/**
 * An assumed quantity and where the assumption comes from.
 *
 * @param value the quantity, in the meter's unit
 * @param assumption for a report, for example {@code logs.standardGb = 1.2 GB (usage/eu-central-1.yaml)}
 */
public record Amount(BigDecimal value, String assumption) {}
