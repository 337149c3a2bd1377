/** Secrets that both regions have: who owns them, and how a replica becomes one of its own. */
package dev.tandem.ops.secrets;
