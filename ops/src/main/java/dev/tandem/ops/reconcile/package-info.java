/** What became of writes that the old primary did not replicate before a takeover. */
package dev.tandem.ops.reconcile;
