/**
 * The {@code aws} provider of the stock Pulumi CLI as a thin bridge to the Terraform provider behind it: Check validates,
 * Diff plans, Create, Update and Delete apply, Read reads. Names are translated, values are passed on.
 */
package dev.tandem.e2e.bridge;
