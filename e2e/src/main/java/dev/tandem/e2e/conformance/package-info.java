/** A provider with one type that echoes its inputs, and programs that use it, for the policy conformance scenarios. */
package dev.tandem.e2e.conformance;
