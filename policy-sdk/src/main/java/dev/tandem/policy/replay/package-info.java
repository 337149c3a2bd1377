/** Requests written to files while a pack serves, secrets left out, and read again to be answered once more. Internal. */
package dev.tandem.policy.replay;
