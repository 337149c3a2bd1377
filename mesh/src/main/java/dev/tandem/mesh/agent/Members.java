package dev.tandem.mesh.agent;

import dev.tandem.mesh.envoy.Names;
import java.util.Map;

/**
 * How many members Envoy has found, by cluster. A cluster that it does not have yet, or that is still warming, has none.
 *
 * @param byCluster members, by cluster
 */
record Members(Map<String, Integer> byCluster) {

    /** Copies. */
    Members {
        byCluster = Map.copyOf(byCluster);
    }

    /** Members of a version's cluster, in this region and the other. */
    int of(String cluster) {
        return byCluster.getOrDefault(cluster, 0)
                + byCluster.getOrDefault(Names.here(cluster), 0)
                + byCluster.getOrDefault(Names.there(cluster), 0);
    }
}
