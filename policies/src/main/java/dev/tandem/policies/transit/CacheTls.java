package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.encryption.Caches;

/** Caches are spoken to over TLS. */
public final class CacheTls {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:elasticache/replicationGroup:ReplicationGroup", "cached data travels in plain text", "transitEncryptionEnabled")
                    .when("engine", "(?!valkey$).*"),
            notOff("aws:elasticache/replicationGroup:ReplicationGroup", "cached data travels in plain text", "transitEncryptionEnabled")
                    .when("engine", "valkey"),
            matching("aws:elasticache/replicationGroup:ReplicationGroup", "clients may still talk in plain text", "|required", "required",
                    "transitEncryptionMode"),
            on("aws:elasticache/cluster:Cluster", "cached data travels in plain text", "transitEncryptionEnabled")
                    .when("engine", "memcached"),
            notOff("aws:memorydb/cluster:Cluster", "data travels in plain text", "tlsEnabled"),
            notOff("aws:memorydb/multiRegionCluster:MultiRegionCluster", "data travels in plain text", "tlsEnabled"),
            matching("aws:dax/cluster:Cluster", "cached items travel in plain text", "TLS", "TLS", "clusterEndpointEncryptionType"),
            on("aws:appsync/apiCache:ApiCache", "cached answers travel in plain text", "transitEncryptionEnabled"));

    private CacheTls() {}
}
