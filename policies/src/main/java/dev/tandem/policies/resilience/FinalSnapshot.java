package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.off;

import dev.tandem.policies.demand.Demands;

/** Deleting a database or a file system leaves a last copy. */
public final class FinalSnapshot {

    private static final String DATABASE = "deleting the database deletes all its data";
    private static final String FILES = "deleting the file system deletes all its files";
    private static final String SKIP_SNAPSHOT = "skipFinalSnapshot";
    private static final String SKIP_BACKUP = "skipFinalBackup";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            off("aws:rds/instance:Instance", DATABASE, SKIP_SNAPSHOT)
                    .unlessSaid("replicateSourceDb"),
            off("aws:rds/cluster:Cluster", DATABASE, SKIP_SNAPSHOT),
            off("aws:docdb/cluster:Cluster", DATABASE, SKIP_SNAPSHOT),
            off("aws:neptune/cluster:Cluster", DATABASE, SKIP_SNAPSHOT),
            off("aws:redshift/cluster:Cluster", "deleting the warehouse deletes all its data", SKIP_SNAPSHOT),
            off("aws:lightsail/database:Database", DATABASE, SKIP_SNAPSHOT),
            off("aws:fsx/windowsFileSystem:WindowsFileSystem", FILES, SKIP_BACKUP),
            off("aws:fsx/openZfsFileSystem:OpenZfsFileSystem", FILES, SKIP_BACKUP),
            off("aws:fsx/ontapVolume:OntapVolume", FILES, SKIP_BACKUP));

    private FinalSnapshot() {}
}
