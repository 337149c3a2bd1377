package dev.tandem.cost.pricer;

import dev.tandem.cost.book.ItemKey;
import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Log ingest by class, logs kept as long as the plan says, flow logs. */
final class LogPricer implements Pricer {

    private static final String GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final BigDecimal MONTH = BigDecimal.valueOf(30);
    private static final BigDecimal YEAR = BigDecimal.valueOf(365);
    private static final String FLOW_LOG = "aws:ec2/flowLog:FlowLog";

    @Override
    public Set<String> types() {
        return Set.of(GROUP, FLOW_LOG);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        bill.byRegion(plan.ofType(GROUP)).forEach((region, groups) -> {
            List<Resource> infrequent = groups.stream().filter(LogPricer::isInfrequent).toList();
            List<Resource> standard = infrequent.size() == groups.size() ? groups
                    : groups.stream().filter(g -> !infrequent.contains(g)).toList();
            ingest(bill, standard, Meter.LOGS_STANDARD, Items.CLOUDWATCH_LOGS_STANDARD, "log ingest", List.of());
            if (infrequent.isEmpty()) {
                ingest(bill, groups, Meter.LOGS_INFREQUENT, Items.CLOUDWATCH_LOGS_STANDARD, "log ingest of access logs",
                        List.of("no log group is of the Infrequent Access class, so at the Standard price"));
            } else {
                ingest(bill, infrequent, Meter.LOGS_INFREQUENT, Items.CLOUDWATCH_LOGS_INFREQUENT,
                        "log ingest, Infrequent Access class", List.of());
            }
        });
        bill.byRegion(plan.ofType(FLOW_LOG)).forEach((region, logs) ->
                bill.charge(Items.CLOUDWATCH_LOGS_VENDED, logs).metered(Meter.LOGS_VENDED)
                        .noting("at the price of delivery to a log group; to a bucket it is cheaper").add("flow logs"));
    }

    /** What comes in is kept as long as the groups say; with several groups their mean counts. */
    private static void ingest(Bill bill, List<Resource> groups, Meter meter, ItemKey item, String what,
            List<String> notes) {
        List<Resource> sharing = new ArrayList<>();
        for (Resource g : groups) {
            bill.own(g, meter).ifPresentOrElse(q -> lines(bill, List.of(g), q, item, what + " of " + g.name(), notes),
                    () -> sharing.add(g));
        }
        if (!sharing.isEmpty()) {
            lines(bill, sharing, bill.usage(meter), item, what, notes);
        }
    }

    private static void lines(Bill bill, List<Resource> groups, Quantity gb, ItemKey item, String what,
            List<String> notes) {
        bill.charge(item, groups).quantity(gb).noting(notes).add(what);
        Quantity days = retention(groups);
        bill.charge(Items.CLOUDWATCH_LOGS_STORAGE, groups)
                .quantity(gb.times(days.value().divide(MONTH, MathContext.DECIMAL128)).noting(days.notes()))
                .add(what.replaceFirst("log ingest", "logs kept"));
    }

    private static Quantity retention(List<Resource> groups) {
        BigDecimal sum = BigDecimal.ZERO;
        Quantity all = Quantity.of(0);
        for (Resource g : groups) {
            Quantity days = Plan.number(g.get("retentionInDays"), 0, 30);
            boolean forever = days.value().signum() == 0;
            sum = sum.add(forever ? YEAR : days.value());
            all = all.noting(days.notes());
            if (forever) {
                all = all.noting(g.name() + " keeps its logs for ever: one year's counted");
            }
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(groups.size()), MathContext.DECIMAL128);
        return new Quantity(mean, all.notes()).noting("kept for "
                + mean.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString() + " days");
    }

    private static boolean isInfrequent(Resource group) {
        return Plan.text(group.get("logGroupClass")).filter("INFREQUENT_ACCESS"::equals).isPresent();
    }
}
