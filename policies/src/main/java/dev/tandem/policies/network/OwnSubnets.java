package dev.tandem.policies.network;

import static dev.tandem.policies.demand.Demand.named;
import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.types.Expect;

/** Warehouses, caches and databases are in subnets that were chosen for them, not in those of the default VPC. */
public final class OwnSubnets {

    private static final String DEFAULT = "it is placed into the account's default network";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            named("aws:redshift/cluster:Cluster", DEFAULT, "a subnet group", "clusterSubnetGroupName"),
            named("aws:elasticache/replicationGroup:ReplicationGroup", DEFAULT, "a subnet group", "subnetGroupName", "cacheSubnetGroupName")
                    .unlessSaid("globalReplicationGroupId"),
            of("aws:elasticache/cluster:Cluster", DEFAULT, "a subnet group other than default",
                    p -> !Expect.isBlank(p) && !(p.isKnown() && p.is("default")), "subnetGroupName", "cacheSubnetGroupName")
                    .unlessSaid("replicationGroupId"));

    private OwnSubnets() {}
}
