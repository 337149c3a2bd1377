/** Envoy configuration as typed messages, from a route document. */
package dev.tandem.mesh.envoy;
