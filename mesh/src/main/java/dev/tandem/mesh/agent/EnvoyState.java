package dev.tandem.mesh.agent;

import java.util.Map;

/**
 * What Envoy says of itself.
 *
 * @param version  snapshot whose clusters and listeners it uses; empty before the first
 * @param rejected updates that it refused since it started
 * @param members  what it has found
 * @param counters what is reported, by the name of the report
 */
record EnvoyState(String version, long rejected, Members members, Map<String, Long> counters) {

    /** Copies. */
    EnvoyState {
        counters = Map.copyOf(counters);
    }
}
