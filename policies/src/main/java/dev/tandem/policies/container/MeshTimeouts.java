package dev.tandem.policies.container;

import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;

/** Calls of a mesh end in time, and outliers are left out. */
public final class MeshTimeouts {

    private static final String NODE = "aws:appmesh/virtualNode:VirtualNode";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            present("aws:ecs/service:Service", "a call that hangs holds its caller", "timeout with perRequestTimeoutSeconds", "timeout")
                    .inEach("serviceConnectConfiguration", "services"),
            present(NODE, "a call that hangs holds its caller", "a timeout", "timeout").inEach("spec", "listeners"),
            present(NODE, "a broken instance keeps its share of calls", "an outlierDetection", "outlierDetection")
                    .inEach("spec", "listeners"));

    private MeshTimeouts() {}
}
