/** Transactions over several services: steps, compensations, and the state machine made of them. */
package dev.tandem.service.saga;
