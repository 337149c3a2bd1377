/** Events that are written with the state they tell of. */
package dev.tandem.service.outbox;
