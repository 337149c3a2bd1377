package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.util.List;
import java.util.Set;

/** PostgreSQL instances in one zone, and Aurora PostgreSQL with serverless capacity at its minimum. */
final class DatabasePricer implements Pricer {

    private static final String INSTANCE = "aws:rds/instance:Instance";
    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final String CLUSTER_INSTANCE = "aws:rds/clusterInstance:ClusterInstance";

    @Override
    public Set<String> types() {
        return Set.of(INSTANCE, CLUSTER, CLUSTER_INSTANCE);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        plan.ofType(INSTANCE).forEach(i -> instance(bill, i));
        plan.ofType(CLUSTER_INSTANCE).forEach(i -> serverless(plan, bill, i));
        bill.metered(Items.AURORA_STORAGE, plan.ofType(CLUSTER), Meter.AURORA_STORAGE, "data in Aurora clusters");
        bill.metered(Items.AURORA_IO, plan.ofType(CLUSTER), Meter.AURORA_IO, "I/O of Aurora clusters");
    }

    private static void instance(Bill bill, Resource i) {
        String kind = Plan.text(i.get("instanceClass")).orElse("unknown");
        boolean postgres = Plan.text(i.get("engine")).filter("postgres"::equals).isPresent();
        boolean gp3 = Plan.text(i.get("storageType")).orElse("gp2").equals("gp3");
        if (!postgres || !gp3 || Plan.isTrue(i.get("multiAz"))) {
            bill.notPriced(List.of(i), "found " + kind + ", " + Plan.text(i.get("engine")).orElse("unknown engine") + ", "
                    + (gp3 ? "gp3" : "other storage") + (Plan.isTrue(i.get("multiAz")) ? ", Multi-AZ" : "")
                    + "; the book has postgres, gp3, Single-AZ");
            return;
        }
        bill.charge(Items.rdsPostgres(kind), i).always(Quantity.of(1)).add("database " + i.name());
        bill.charge(Items.RDS_STORAGE, i).quantity(Plan.number(i.get("allocatedStorage"), 20, 20))
                .add("storage of database " + i.name());
    }

    private static void serverless(Plan plan, Bill bill, Resource i) {
        boolean serverless = Plan.text(i.get("instanceClass")).filter("db.serverless"::equals).isPresent();
        List<Resource> clusters = plan.referenced(i, "clusterIdentifier");
        if (!serverless || clusters.isEmpty()) {
            bill.notPriced(List.of(i), "only Aurora instances of class db.serverless have a price in the book");
            return;
        }
        var scaling = clusters.get(0).get("serverlessv2ScalingConfiguration[0]");
        Quantity least = Plan.number(scaling.at("minCapacity"), 1, 1);
        Quantity most = Plan.number(scaling.at("maxCapacity"), 1, 1);
        bill.charge(Items.AURORA_CAPACITY, i).always(least.noting("capacity rests at its minimum"))
                .maximum(most.value().multiply(Bill.HOURS)).add("capacity of " + i.name());
    }
}
