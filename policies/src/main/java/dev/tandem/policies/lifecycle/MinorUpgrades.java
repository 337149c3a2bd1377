package dev.tandem.policies.lifecycle;

import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Databases, caches and brokers take minor versions by themselves. */
public final class MinorUpgrades {

    private static final String STAYS = "security fixes wait until somebody remembers them";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            notOff("aws:rds/instance:Instance", STAYS, "autoMinorVersionUpgrade"),
            notOff("aws:rds/clusterInstance:ClusterInstance", STAYS, "autoMinorVersionUpgrade"),
            notOff("aws:docdb/clusterInstance:ClusterInstance", STAYS, "autoMinorVersionUpgrade"),
            notOff("aws:neptune/clusterInstance:ClusterInstance", STAYS, "autoMinorVersionUpgrade"),
            notOff("aws:redshift/cluster:Cluster", STAYS, "allowVersionUpgrade"),
            notOff("aws:elasticache/replicationGroup:ReplicationGroup", STAYS, "autoMinorVersionUpgrade"),
            notOff("aws:elasticache/cluster:Cluster", STAYS, "autoMinorVersionUpgrade"),
            notOff("aws:memorydb/cluster:Cluster", STAYS, "autoMinorVersionUpgrade"),
            notOff("aws:opensearch/domain:Domain", STAYS, "softwareUpdateOptions[0].autoSoftwareUpdateEnabled"),
            on("aws:mq/broker:Broker", STAYS, "autoMinorVersionUpgrade"),
            on("aws:dms/replicationInstance:ReplicationInstance", STAYS, "autoMinorVersionUpgrade"));

    private MinorUpgrades() {}
}
