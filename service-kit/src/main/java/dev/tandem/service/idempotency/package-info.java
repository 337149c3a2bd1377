/** One effect for a request that is sent twice, and the same answer. */
package dev.tandem.service.idempotency;
