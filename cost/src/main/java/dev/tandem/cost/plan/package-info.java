/** A plan as the pricers see it: regions, owners, quantities that may be unknown, services and their tasks. */
package dev.tandem.cost.plan;
