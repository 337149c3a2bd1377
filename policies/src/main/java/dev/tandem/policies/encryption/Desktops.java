package dev.tandem.policies.encryption;

import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Volumes of virtual desktops are encrypted. */
public final class Desktops {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on("aws:workspaces/workspace:Workspace", "the system's volume is not encrypted", "rootVolumeEncryptionEnabled"),
            on("aws:workspaces/workspace:Workspace", "the user's volume is not encrypted", "userVolumeEncryptionEnabled"));

    private Desktops() {}
}
