package dev.tandem.policies.transit;

import static dev.tandem.policies.demand.Demand.matching;

import dev.tandem.policies.demand.Demands;

/** Tasks mount file systems over TLS. */
public final class FileSystemMounts {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:ecs/taskDefinition:TaskDefinition", "files travel in plain text", "ENABLED", "ENABLED",
                    "efsVolumeConfiguration[0].transitEncryption")
                    .inEach("volumes").onlyIf(v -> !v.at("efsVolumeConfiguration").items().isEmpty()));

    private FileSystemMounts() {}
}
