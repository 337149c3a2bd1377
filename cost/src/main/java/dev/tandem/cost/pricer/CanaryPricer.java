package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Synthetics canaries: runs follow from the schedule. */
final class CanaryPricer implements Pricer {

    private static final String CANARY = "aws:synthetics/canary:Canary";
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour)s?\\)");
    private static final Map<String, Integer> SECONDS = Map.of("minute", 60, "hour", 3600);

    @Override
    public Set<String> types() {
        return Set.of(CANARY);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        for (Resource c : plan.ofType(CANARY)) {
            Matcher rate = RATE.matcher(Plan.text(c.get("schedule[0].expression")).orElse(""));
            if (!rate.matches()) {
                bill.notPriced(List.of(c), "its schedule is no rate of minutes or hours, so its runs are not known");
                continue;
            }
            long seconds = Long.parseLong(rate.group(1)) * SECONDS.get(rate.group(2));
            // rate(0 minutes) runs once.
            BigDecimal runs = seconds == 0 ? BigDecimal.ONE
                    : Bill.SECONDS.divide(BigDecimal.valueOf(seconds), MathContext.DECIMAL128);
            bill.saving("do without canary " + c.name(), bill.charge(Items.CLOUDWATCH_CANARY_RUN, c)
                    .quantity(Quantity.of(runs)).noting("its function, objects and alarms have lines of their own")
                    .add("runs of canary " + c.name()));
        }
    }
}
