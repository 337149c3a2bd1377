package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.off;

import dev.tandem.policies.demand.Demands;

/** Deleting a database leaves a last snapshot. */
public final class FinalSnapshot {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            off("aws:rds/instance:Instance", "deleting the database deletes all its data", "skipFinalSnapshot")
                    .unlessSaid("replicateSourceDb"),
            off("aws:rds/cluster:Cluster", "deleting the database deletes all its data", "skipFinalSnapshot"),
            off("aws:docdb/cluster:Cluster", "deleting the database deletes all its data", "skipFinalSnapshot"),
            off("aws:neptune/cluster:Cluster", "deleting the database deletes all its data", "skipFinalSnapshot"),
            off("aws:redshift/cluster:Cluster", "deleting the warehouse deletes all its data", "skipFinalSnapshot"));

    private FinalSnapshot() {}
}
