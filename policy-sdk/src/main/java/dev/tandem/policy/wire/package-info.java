/** The engine's messages to values and back. Internal. */
package dev.tandem.policy.wire;
