package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.util.List;
import java.util.Set;

/** Log ingest by class, logs kept, flow logs. */
final class LogPricer implements Pricer {

    private static final String GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final String FLOW_LOG = "aws:ec2/flowLog:FlowLog";

    @Override
    public Set<String> types() {
        return Set.of(GROUP, FLOW_LOG);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        bill.byRegion(plan.ofType(GROUP)).forEach((region, groups) -> {
            List<Resource> infrequent = groups.stream().filter(LogPricer::isInfrequent).toList();
            bill.charge(Items.CLOUDWATCH_LOGS_STANDARD, groups).metered(Meter.LOGS_STANDARD).add("log ingest");
            if (infrequent.isEmpty()) {
                bill.charge(Items.CLOUDWATCH_LOGS_STANDARD, groups).metered(Meter.LOGS_INFREQUENT)
                        .noting("no log group is of the Infrequent Access class, so at the Standard price")
                        .add("log ingest of access logs");
            } else {
                bill.charge(Items.CLOUDWATCH_LOGS_INFREQUENT, infrequent).metered(Meter.LOGS_INFREQUENT)
                        .add("log ingest, Infrequent Access class");
            }
            bill.charge(Items.CLOUDWATCH_LOGS_STORAGE, groups).metered(Meter.LOGS_STORED).add("logs kept");
        });
        bill.byRegion(plan.ofType(FLOW_LOG)).forEach((region, logs) ->
                bill.charge(Items.CLOUDWATCH_LOGS_VENDED, logs).metered(Meter.LOGS_VENDED)
                        .noting("at the price of delivery to a log group; to a bucket it is cheaper").add("flow logs"));
    }

    private static boolean isInfrequent(Resource group) {
        return Plan.text(group.get("logGroupClass")).filter("INFREQUENT_ACCESS"::equals).isPresent();
    }
}
