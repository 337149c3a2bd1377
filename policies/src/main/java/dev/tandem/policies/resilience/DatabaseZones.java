package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.types.First;

/** Databases and brokers survive the loss of an availability zone. */
public final class DatabaseZones {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:rds/instance:Instance", "the loss of one zone stops the database", "multiAz")
                    .unlessSaid("replicateSourceDb", "dbClusterIdentifier", "sourceDbInstanceIdentifier"),
            on("aws:dms/replicationInstance:ReplicationInstance", "the loss of one zone stops the replication", "multiAz"),
            matching("aws:mq/broker:Broker", "the loss of one zone stops the broker", "ACTIVE_STANDBY_MULTI_AZ|CLUSTER_MULTI_AZ",
                    "ACTIVE_STANDBY_MULTI_AZ or CLUSTER_MULTI_AZ", "deploymentMode"),
            on("aws:redshift/cluster:Cluster", "the warehouse cannot move to another zone", "availabilityZoneRelocationEnabled",
                    "multiAz").onlyIf(p -> !p.at("multiAz").boolOr(false)),
            matching("aws:fsx/ontapFileSystem:OntapFileSystem", "the loss of one zone stops the file system", "MULTI_AZ.*", "MULTI_AZ_1",
                    "deploymentType"),
            matching("aws:fsx/openZfsFileSystem:OpenZfsFileSystem", "the loss of one zone stops the file system", "MULTI_AZ.*", "MULTI_AZ_1",
                    "deploymentType"),
            matching("aws:fsx/windowsFileSystem:WindowsFileSystem", "the loss of one zone stops the file system", "MULTI_AZ.*", "MULTI_AZ_1",
                    "deploymentType"),
            of("aws:efs/fileSystem:FileSystem", "files lie in one zone", "no availabilityZoneName", p -> First.nothing(p.requireKnown()),
                    "availabilityZoneName"));

    private DatabaseZones() {}
}
