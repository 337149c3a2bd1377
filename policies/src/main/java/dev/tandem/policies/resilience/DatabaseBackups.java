package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.atLeast;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;
import java.util.ArrayList;
import java.util.List;

/** Databases keep automatic backups at all, and for a week or more: two rules. */
public final class DatabaseBackups {

    private static final String[] NAMES = {"backupRetentionPeriod", "automatedSnapshotRetentionPeriod"};

    /** A copy is restored from its source, a member from its cluster. */
    private static final String[] COPIES = {
        "replicateSourceDb", "dbClusterIdentifier", "sourceDbInstanceIdentifier", "replicationSourceIdentifier",
    };

    private static final long WEEK = 7;

    /** Backups are on. One day, the default of clusters, is enough for this rule; an instance has none by default. */
    public static final Demands ON = Demands.of(all(1, "there are no backups", true));

    /** Backups are kept for a week. */
    public static final Demands WEEKLONG = Demands.of(all(WEEK, "backups are kept too short a time", false));

    private DatabaseBackups() {}

    private static Demand[] all(long least, String consequence, boolean on) {
        List<Demand> out = new ArrayList<>();
        out.add(atLeast("aws:rds/instance:Instance", consequence, least, 0, NAMES).unlessSaid(COPIES));
        for (String type : List.of("rds", "docdb", "neptune", "redshift")) {
            out.add(atLeast("aws:" + type + "/cluster:Cluster", consequence, least, 1, NAMES).unlessSaid(COPIES));
        }
        out.add(atLeast("aws:elasticache/replicationGroup:ReplicationGroup", "there are no snapshots", 1, 0,
                "snapshotRetentionLimit"));
        out.add(atLeast("aws:elasticache/cluster:Cluster", "there are no snapshots", 1, 0, "snapshotRetentionLimit")
                .when("engine", "redis|valkey").unlessSaid("replicationGroupId"));
        out.add(atLeast("aws:memorydb/cluster:Cluster", "there are no snapshots", 1, 0, "snapshotRetentionLimit"));
        return on ? out.toArray(Demand[]::new) : out.subList(0, 5).toArray(Demand[]::new);
    }
}
