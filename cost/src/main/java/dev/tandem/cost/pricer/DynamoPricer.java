package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.plan.FargateService;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** On-demand tables: requests, storage, recovery, streams, replicas, and the polling of the route pointer. */
final class DynamoPricer implements Pricer {

    private static final String TABLE = "aws:dynamodb/table:Table";
    private static final String REPLICA = "aws:dynamodb/tableReplica:TableReplica";
    private static final BigDecimal HALF_UNIT = new BigDecimal("0.5");

    @Override
    public Set<String> types() {
        return Set.of(TABLE, REPLICA);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        List<Resource> tables = new ArrayList<>();
        for (Resource t : plan.ofType(TABLE)) {
            Property mode = t.get("billingMode");
            if (mode.isUnknown() || Plan.text(mode).filter("PAY_PER_REQUEST"::equals).isPresent()) {
                tables.add(t);
            } else {
                bill.notPriced(List.of(t), "provisioned capacity has no price in the book; PAY_PER_REQUEST has");
            }
        }
        bill.metered(Items.DYNAMODB_READS, tables, Meter.TABLE_READS, "reads of tables");
        bill.metered(Items.DYNAMODB_WRITES, tables, Meter.TABLE_WRITES, "writes to tables");
        bill.metered(Items.DYNAMODB_STORAGE, tables, Meter.TABLE_STORAGE, "data in tables");
        bill.byRegion(tables).forEach((region, some) -> polls(plan, bill, region, some));
        List<Resource> recovered =
                tables.stream().filter(t -> Plan.isTrue(t.get("pointInTimeRecovery[0].enabled"))).toList();
        bill.metered(Items.DYNAMODB_PITR, recovered, Meter.TABLE_STORAGE, "point-in-time recovery of tables");
        bill.metered(Items.DYNAMODB_STREAM_READS,
                tables.stream().filter(t -> Plan.isTrue(t.get("streamEnabled"))).toList(), Meter.STREAM_READS,
                "reads of table streams");
        tables.forEach(t -> Plan.items(t.get("replicas")).forEach(r ->
                Plan.text(r.at("regionName")).filter(Region::isRegion).map(Region::new)
                        // A global table of aws-native lists its own region too.
                        .filter(region -> !region.equals(plan.region(t)))
                        .ifPresent(region -> replica(bill, t, region, recovered.contains(t), tables.size()))));
        plan.ofType(REPLICA).forEach(r -> replica(bill, r, plan.region(r),
                Plan.isTrue(r.get("pointInTimeRecovery")), plan.ofType(REPLICA).size()));
    }

    private static void polls(Plan plan, Bill bill, Region region, List<Resource> tables) {
        List<FargateService> pollers = FargateService.of(plan).stream().filter(s -> s.region().equals(region)).toList();
        Quantity seconds = bill.usage(Meter.ROUTE_POLL_SECONDS);
        BigDecimal each = Bill.SECONDS.divide(seconds.value(), MathContext.DECIMAL128).multiply(HALF_UNIT);
        BigDecimal typical = pollers.stream().map(s -> s.tasks().typical()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal most = pollers.stream().map(s -> s.tasks().maximum()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (most.signum() > 0) {
            bill.charge(Items.DYNAMODB_READS, tables)
                    .quantity(Quantity.of(typical.multiply(each)).noting(seconds.notes()))
                    .maximum(most.multiply(each)).add("reads of the route pointer by running tasks");
        }
    }

    /** A replica takes every write again and keeps the data again, in its own region; all tables share the usage. */
    private static void replica(Bill bill, Resource table, Region region, boolean recovered, int tables) {
        BigDecimal share = BigDecimal.ONE.divide(BigDecimal.valueOf(tables), MathContext.DECIMAL128);
        Quantity writes = bill.own(table, Meter.TABLE_WRITES).orElseGet(() -> bill.usage(Meter.TABLE_WRITES).times(share));
        Quantity stored = bill.own(table, Meter.TABLE_STORAGE).orElseGet(() -> bill.usage(Meter.TABLE_STORAGE).times(share));
        bill.charge(Items.DYNAMODB_REPLICATED_WRITES, table).in(region).quantity(writes)
                .add("replicated writes of " + table.name());
        bill.charge(Items.DYNAMODB_STORAGE, table).in(region).quantity(stored)
                .add("data in the replica of " + table.name());
        if (recovered) {
            bill.charge(Items.DYNAMODB_PITR, table).in(region).quantity(stored)
                    .add("point-in-time recovery of the replica of " + table.name());
        }
    }
}
