package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.FargateService;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;

/** Trails, budgets, Config, GuardDuty. */
final class GovernancePricer implements Pricer {

    private static final String TRAIL = "aws:cloudtrail/trail:Trail";
    private static final String BUDGET = "aws:budgets/budget:Budget";
    private static final String ACTION = "aws:budgets/budgetAction:BudgetAction";
    private static final String RECORDER = "aws:cfg/recorder:Recorder";
    private static final String RULE = "aws:cfg/rule:Rule";
    private static final String FEATURE = "aws:guardduty/detectorFeature:DetectorFeature";
    private static final String DETECTOR = "aws:guardduty/detector:Detector";
    private static final BigDecimal DAYS = Bill.HOURS.divide(BigDecimal.valueOf(24), MathContext.DECIMAL128);

    @Override
    public Set<String> types() {
        return Set.of(TRAIL, BUDGET, ACTION, RECORDER, RULE, DETECTOR, FEATURE);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        List<Resource> trails = plan.ofType(TRAIL);
        for (int i = 0; i < trails.size(); i++) {
            Charge c = bill.charge(i == 0 ? Items.CLOUDTRAIL_FIRST_COPY : Items.CLOUDTRAIL_FURTHER_COPIES, trails.get(i))
                    .metered(Meter.TRAIL_EVENTS);
            if (i == 0) {
                c.noting("no other trail of the account records management events");
            }
            c.add("management events of trail " + trails.get(i).name());
            selections(bill, trails.get(i));
        }
        plan.ofType(BUDGET).forEach(b -> bill.charge(Items.BUDGETS_ALERTS, b).quantity(Quantity.of(DAYS))
                .add("budget " + b.name()));
        plan.ofType(ACTION).forEach(a -> bill.charge(Items.BUDGETS_ACTIONS, a).quantity(Quantity.of(DAYS))
                .add("budget action " + a.name()));
        bill.metered(Items.CONFIG_ITEM, plan.ofType(RECORDER), Meter.CONFIG_ITEMS, "configuration items recorded");
        bill.metered(Items.CONFIG_EVALUATION, plan.ofType(RULE), Meter.CONFIG_EVALUATIONS, "rule evaluations");
        bill.metered(Items.GUARDDUTY_EVENTS, plan.ofType(DETECTOR), Meter.GUARD_EVENTS, "management events analysed");
        bill.metered(Items.GUARDDUTY_FLOW_LOGS, plan.ofType(DETECTOR), Meter.GUARD_LOGS, "flow and DNS logs analysed");
        plan.ofType(FEATURE).forEach(f -> feature(plan, bill, f));
    }

    /** Runtime monitoring is charged for the virtual processors of the tasks that it watches. */
    private static void feature(Plan plan, Bill bill, Resource feature) {
        String name = Plan.text(feature.get("name")).orElse("unknown");
        if (!name.equals("RUNTIME_MONITORING")) {
            bill.notPriced(List.of(feature), "feature " + name + " has no price in the book; RUNTIME_MONITORING has");
            return;
        }
        BigDecimal typical = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (FargateService s : FargateService.of(plan)) {
            if (s.region().equals(plan.region(feature))) {
                typical = typical.add(s.tasks().typical().multiply(s.size().vcpu()));
                most = most.add(s.tasks().maximum().multiply(s.size().vcpu()));
            }
        }
        bill.charge(Items.GUARDDUTY_RUNTIME, feature).quantity(Quantity.of(typical)).maximum(most)
                .noting("processors of the Fargate tasks of this plan").add("runtime monitoring");
    }

    /** What a trail records beyond management events. */
    private static void selections(Bill bill, Resource trail) {
        boolean data = Plan.items(trail.get("eventSelectors")).stream().anyMatch(s -> Plan.isSet(s.at("dataResources")))
                || Plan.isSet(trail.get("advancedEventSelectors"));
        if (data) {
            bill.charge(Items.CLOUDTRAIL_DATA_EVENTS, trail).metered(Meter.TRAIL_DATA_EVENTS)
                    .add("data events of trail " + trail.name());
        }
        if (!Plan.items(trail.get("insightSelectors")).isEmpty()) {
            bill.charge(Items.CLOUDTRAIL_INSIGHTS, trail).metered(Meter.TRAIL_EVENTS)
                    .add("insights of trail " + trail.name());
        }
    }
}
