package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Nodes of caches and of search domains by the hour. Which nodes have a price is the book's matter; the others are named. */
final class CachePricer implements Pricer {

    private static final String CLUSTER = "aws:elasticache/cluster:Cluster";
    private static final String GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
    private static final String SERVERLESS = "aws:elasticache/serverlessCache:ServerlessCache";
    private static final String SEARCH = "aws:opensearch/domain:Domain";

    @Override
    public Set<String> types() {
        return Set.of(CLUSTER, GROUP, SERVERLESS, SEARCH);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        plan.ofType(CLUSTER).stream().filter(c -> !Plan.isSet(c.get("replicationGroupId"))).forEach(c ->
                nodes(bill, c, c.get("nodeType"), Plan.number(c.get("numCacheNodes"), 1, 1)));
        plan.ofType(GROUP).forEach(g -> nodes(bill, g, g.get("nodeType"), members(g)));
        if (!plan.ofType(SERVERLESS).isEmpty()) {
            bill.notPriced(plan.ofType(SERVERLESS), "the book has no price of stored data and processing units of serverless caches");
        }
        plan.ofType(SEARCH).forEach(d -> domain(bill, d));
    }

    /** Clusters of one group, or shards with their replicas. */
    private static Quantity members(Resource g) {
        if (Plan.isSet(g.get("numCacheClusters"))) {
            return Plan.number(g.get("numCacheClusters"), 1, 1);
        }
        BigDecimal each = Plan.number(g.get("replicasPerNodeGroup"), 0, 0).value().add(BigDecimal.ONE);
        return Plan.number(g.get("numNodeGroups"), 1, 1).times(each);
    }

    private static void nodes(Bill bill, Resource r, Property type, Quantity count) {
        bill.machine(r, type, "cache.t4g.micro")
                .ifPresent(t -> bill.charge(Items.cacheNode(t), r).always(count).add("nodes of cache " + r.name()));
    }

    private static void domain(Bill bill, Resource d) {
        Property cluster = d.get("clusterConfig[0]");
        bill.machine(d, cluster.at("instanceType"), "t3.small.search").ifPresent(t -> bill.charge(Items.searchInstance(t), d)
                .always(Plan.number(cluster.at("instanceCount"), 1, 1)).add("nodes of search domain " + d.name()));
        if (Plan.isTrue(cluster.at("dedicatedMasterEnabled"))) {
            bill.machine(d, cluster.at("dedicatedMasterType"), "m7g.large.search").ifPresent(t -> bill.charge(Items.searchInstance(t), d)
                    .always(Plan.number(cluster.at("dedicatedMasterCount"), 3, 3)).add("dedicated masters of " + d.name()));
        }
        if (Plan.isTrue(d.get("ebsOptions[0].ebsEnabled"))) {
            bill.notPriced(List.of(d), "volumes: the book has no price of OpenSearch storage");
        }
    }
}
