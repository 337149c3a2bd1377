package dev.tandem.policies.audit;

import static dev.tandem.policies.demand.Demand.atLeast;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.encryption.Databases;

/** Databases report what their machine does and which statements wait. */
public final class DatabaseMonitoring {

    private static final String MACHINE = "what the database's machine does is not seen";
    private static final String WAITS = "which statements wait is not seen";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            atLeast("aws:rds/instance:Instance", MACHINE, 1, 0, "monitoringInterval").unlessSaid("dbClusterIdentifier"),
            atLeast("aws:rds/clusterInstance:ClusterInstance", MACHINE, 1, 0, "monitoringInterval"),
            on("aws:rds/instance:Instance", WAITS, "performanceInsightsEnabled", "enablePerformanceInsights")
                    .unlessSaid("dbClusterIdentifier"),
            on("aws:rds/clusterInstance:ClusterInstance", WAITS, "performanceInsightsEnabled"));

    private DatabaseMonitoring() {}
}
