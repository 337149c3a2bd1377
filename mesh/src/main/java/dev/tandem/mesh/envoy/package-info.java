/**
 * Envoy configuration as typed messages: from the route documents of a service and of those that it calls to a consistent,
 * immutable {@link dev.tandem.mesh.envoy.Snapshot}, and from there to the files that Envoy watches. Pure but for the files.
 */
package dev.tandem.mesh.envoy;
