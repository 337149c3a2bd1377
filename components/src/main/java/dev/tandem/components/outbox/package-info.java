/** From a service's outbox, items of its own table, to the region's bus. */
package dev.tandem.components.outbox;
