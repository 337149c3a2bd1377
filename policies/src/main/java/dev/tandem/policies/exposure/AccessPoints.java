package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;

/** An access point of a file system leads to one folder, as one user. */
public final class AccessPoints {

    private static final String POINT = "aws:efs/accessPoint:AccessPoint";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching(POINT, "the access point leads to the whole file system", "/.+", "a path below /",
                    "rootDirectory[0].path", "rootDirectory.path"),
            present(POINT, "clients say themselves which user they are", "posixUser with uid and gid", "posixUser"));

    private AccessPoints() {}
}
