/**
 * A simulated {@code aws} provider for the stock Pulumi CLI: everything about a resource type comes from the Java SDK's
 * own classes by reflection, so that it knows all types of the SDK and neither the program nor the policies.
 */
package dev.tandem.e2e.provider;
