/** Transactions over several services: the state machine of a saga, and the relay between it and the region's bus. */
package dev.tandem.components.saga;
