/** Packs of rules, and serving them to the Pulumi CLI. */
package dev.tandem.policy.pack;
