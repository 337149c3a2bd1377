/** A stack's bill as it is handed to people and machines: as planned, and with changes. */
package dev.tandem.cost.statement;
