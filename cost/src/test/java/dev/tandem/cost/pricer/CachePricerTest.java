package dev.tandem.cost.pricer;

import static dev.tandem.cost.Costs.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Costs;
import dev.tandem.cost.Planned;
import dev.tandem.cost.report.CostReport;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CachePricerTest {

    private static final String GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
    private static final String CLUSTER = "aws:elasticache/cluster:Cluster";

    @Test
    void charges_each_node_of_each_shard() {
        CostReport report = Costs.of(Planned.in("eu-west-1")
                .add(GROUP, "sessions", Map.of("nodeType", "cache.r6g.xlarge", "numNodeGroups", 2, "replicasPerNodeGroup", 1))
                .add(GROUP, "small", Map.of("nodeType", "cache.m5.large", "numCacheClusters", 2))
                .add(CLUSTER, "member", Map.of("nodeType", "cache.m5.large", "replicationGroupId", "small"))
                .add(CLUSTER, "alone", Map.of("nodeType", "cache.m5.large")));

        // 4 x 730 x 0.458 = 1337.36; 2 x 730 x 0.172 = 251.12; 730 x 0.172 = 125.56. A member is paid with its group.
        assertThat(line(report, "nodes of cache sessions").monthlyUsd()).isEqualByComparingTo("1337.36");
        assertThat(line(report, "nodes of cache small").monthlyUsd()).isEqualByComparingTo("251.12");
        assertThat(line(report, "nodes of cache alone").monthlyUsd()).isEqualByComparingTo("125.56");
        assertThat(report.lines()).hasSize(3);
    }

    @Test
    void names_the_node_that_has_no_price() {
        CostReport report = Costs.of(Planned.in("eu-central-1")
                .add(CLUSTER, "c", Map.of("nodeType", "cache.t4g.micro"))
                .add("aws:elasticache/serverlessCache:ServerlessCache", "s", Map.of("engine", "valkey"))
                .add("aws:opensearch/domain:Domain", "d", Map.of("clusterConfig", Map.of("instanceType", "t3.small.search",
                        "dedicatedMasterEnabled", true), "ebsOptions", Map.of("ebsEnabled", true, "volumeSize", 10))));

        assertThat(report.lines()).isEmpty();
        assertThat(report.notPriced()).extracting(Object::toString).containsExactlyInAnyOrder(
                "aws:elasticache/cluster:Cluster (1): the price book has no price of Amazon ElastiCache / Node, on demand, "
                        + "cache.t4g.micro in eu-central-1",
                "aws:elasticache/serverlessCache:ServerlessCache (1): the book has no price of stored data and processing units of"
                        + " serverless caches",
                "aws:opensearch/domain:Domain (1): the price book has no price of Amazon OpenSearch Service / Instance, on demand, "
                        + "t3.small.search in eu-central-1",
                "aws:opensearch/domain:Domain (1): found no known clusterConfig[0].dedicatedMasterType; expected a type such as"
                        + " m7g.large.search",
                "aws:opensearch/domain:Domain (1): volumes: the book has no price of OpenSearch storage");
    }

    @Test
    void charges_a_database_by_its_class() {
        CostReport report = Costs.of(Planned.in("eu-west-1").add("aws:rds/instance:Instance", "db", Map.of("instanceClass",
                "db.t4g.small", "engine", "postgres", "storageType", "gp3", "allocatedStorage", 20)));

        // 730 x 0.035 = 25.55.
        assertThat(report.lines().get(0).description()).isEqualTo("database db");
        assertThat(report.lines().get(0).monthlyUsd()).isEqualByComparingTo("25.55");
    }
}
