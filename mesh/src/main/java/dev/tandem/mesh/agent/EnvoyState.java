package dev.tandem.mesh.agent;

/**
 * What Envoy says of itself.
 *
 * @param version  snapshot whose clusters and listeners it uses; empty before the first
 * @param rejected updates that it refused since it started
 * @param members  what it has found
 */
record EnvoyState(String version, long rejected, Members members) {}
