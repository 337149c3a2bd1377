/** A new version gets its share step by step, each held to gates; a red gate takes it back. */
package dev.tandem.ops.canary;
