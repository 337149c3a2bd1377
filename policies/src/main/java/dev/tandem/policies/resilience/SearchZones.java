package dev.tandem.policies.resilience;

import static dev.tandem.policies.demand.Demand.atLeast;
import static dev.tandem.policies.demand.Demand.on;

import dev.tandem.policies.demand.Demands;

/** Search domains survive the loss of an availability zone. */
public final class SearchZones {

    private static final String OPENSEARCH = "aws:opensearch/domain:Domain";
    private static final String ELASTICSEARCH = "aws:elasticsearch/domain:Domain";
    private static final String ZONE = "the loss of one zone stops the domain";
    private static final String MASTERS = "without three dedicated masters a lost node can stop the domain";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            on(OPENSEARCH, ZONE, "clusterConfig[0].zoneAwarenessEnabled"),
            on(ELASTICSEARCH, ZONE, "clusterConfig[0].zoneAwarenessEnabled", "elasticsearchClusterConfig.zoneAwarenessEnabled"),
            on(OPENSEARCH, MASTERS, "clusterConfig[0].dedicatedMasterEnabled"),
            on(ELASTICSEARCH, MASTERS, "clusterConfig[0].dedicatedMasterEnabled", "elasticsearchClusterConfig.dedicatedMasterEnabled"),
            atLeast(OPENSEARCH, MASTERS, 3, 3, "clusterConfig[0].dedicatedMasterCount"),
            atLeast(ELASTICSEARCH, MASTERS, 3, 3, "clusterConfig[0].dedicatedMasterCount",
                    "elasticsearchClusterConfig.dedicatedMasterCount"));

    private SearchZones() {}
}
