/** One small class per AWS service that turns planned resources into lines, and the table that lists them. */
package dev.tandem.cost.pricer;
