package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Copies of databases and file systems keep their tags: who owns them, what is in them, how long they stay. */
public final class CopiesTagged {

    private static final String LOST = "copies lose the tags that say whose they are and how long they stay";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:rds/instance:Instance", LOST, "copyTagsToSnapshot").unlessSaid("dbClusterIdentifier")
                    .when("engine", "(?!aurora|docdb|neptune).*"),
            on("aws:rds/cluster:Cluster", LOST, "copyTagsToSnapshot"),
            on("aws:neptune/cluster:Cluster", LOST, "copyTagsToSnapshot"),
            on("aws:fsx/openZfsFileSystem:OpenZfsFileSystem", LOST, "copyTagsToBackups"),
            on("aws:fsx/openZfsFileSystem:OpenZfsFileSystem", "volumes lose the tags that say whose they are", "copyTagsToVolumes"),
            on("aws:fsx/windowsFileSystem:WindowsFileSystem", LOST, "copyTagsToBackups"),
            on("aws:fsx/lustreFileSystem:LustreFileSystem", LOST, "copyTagsToBackups").when("deploymentType", "PERSISTENT_.*"));

    private CopiesTagged() {}
}
