package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.atLeast;
import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Caches survive the loss of an availability zone. */
public final class CacheZones {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:elasticache/replicationGroup:ReplicationGroup", "no replica takes over", "automaticFailoverEnabled"),
            on("aws:elasticache/replicationGroup:ReplicationGroup", "replicas may share a zone", "multiAzEnabled"),
            matching("aws:elasticache/cluster:Cluster", "all nodes share a zone", "cross-az", "cross-az", "azMode")
                    .when("engine", "memcached").onlyIf(p -> p.at("numCacheNodes").integerOr(1) > 1),
            atLeast("aws:memorydb/cluster:Cluster", "no replica takes over", 1, 1, "numReplicasPerShard"),
            atLeast("aws:dax/cluster:Cluster", "no replica takes over", 2, 1, "replicationFactor"));

    private CacheZones() {}
}
