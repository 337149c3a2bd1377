/**
 * A client of a Terraform provider: starts it as a process of its own and speaks the plugin protocol, version 5, with it.
 * Knows nothing of Pulumi.
 */
package dev.tandem.e2e.terraform;
