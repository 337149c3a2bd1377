package dev.tandem.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.book.ExchangeRate;
import dev.tandem.cost.book.PriceBook;
import dev.tandem.cost.pricer.PricerTable;
import dev.tandem.cost.report.CostLine;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.report.Money;
import dev.tandem.cost.usage.Meter;
import dev.tandem.cost.usage.UsageAssumptions;
import dev.tandem.policy.model.Resource;
import dev.tandem.requirements.Covers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** How a bill follows its quantities, its plan and its currency. */
@Covers("R1.5")
class UsagePropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 8);
    private static final List<Resource> EVERYTHING = everything();

    /** Seconds are intervals: the longer, the cheaper. */
    @Property(tries = 150)
    void moreUsageIsNeverCheaper(@ForAll Meter meter, @ForAll @LongRange(min = 1, max = 50) long less,
            @ForAll @LongRange(max = 50) long more) {
        BigDecimal few = bill(meter, less).totals().typical().usd();
        BigDecimal many = bill(meter, less + more).totals().typical().usd();

        assertThat(meter.unit().equals("seconds") ? few : many)
                .isGreaterThanOrEqualTo(meter.unit().equals("seconds") ? many : few);
    }

    /** Usage that no line depends on would be an entry in vain. */
    @Property
    void everyMeterMovesTheBillOfAPlanThatHasEverything(@ForAll Meter meter) {
        assertThat(bill(meter, 3).totals().typical().usd()).as(meter.path())
                .isNotEqualByComparingTo(bill(meter, 40).totals().typical().usd());
    }

    @Property(tries = 100)
    void anotherResourceNeverMakesItCheaper(@ForAll("types") String type, @ForAll @IntRange(max = 90) int size) {
        List<Resource> some = EVERYTHING.subList(0, Math.min(size, EVERYTHING.size()));
        List<Resource> more = new ArrayList<>(some);
        more.addAll(Planned.in("eu-central-1").add(type, "another", Map.of()).resources().subList(1, 2));

        assertThat(cost(more).totals().typical().usd()).isGreaterThanOrEqualTo(cost(some).totals().typical().usd());
    }

    /** What a list of rounded lines comes to differs from the rounded total by at most half a cent a line. */
    @Property(tries = 100)
    void euroAmountsAreRoundedOnlyWhenShown(@ForAll @BigRange(min = "0.5", max = "2") BigDecimal usdPerEur) {
        CostReport report = Estimator.estimate(EVERYTHING, Costs.CENTRAL, UsageAssumptions.defaults(),
                new ExchangeRate(usdPerEur, DAY, "test"), PriceBook.bundled(), Costs.TODAY);
        BigDecimal shown = report.lines().stream().map(CostLine::monthlyEur).map(Money::cents)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Money total = report.totals().typical();

        assertThat(total.eurCents()).isEqualByComparingTo(Money.cents(total.usd().divide(usdPerEur,
                MathContext.DECIMAL128)));
        assertThat(shown.subtract(total.eurCents()).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.005").multiply(BigDecimal.valueOf(report.lines().size() + 1L)));
    }

    @Property(tries = 50)
    void theOrderOfThePlanDoesNotMatter(@ForAll @LongRange long seed) {
        List<Resource> shuffled = new ArrayList<>(EVERYTHING);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(cost(shuffled).lines()).isEqualTo(cost(EVERYTHING).lines());
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(PricerTable.types());
    }

    private static CostReport cost(List<Resource> plan) {
        return Costs.of(plan, Costs.CENTRAL, UsageAssumptions.defaults());
    }

    private static CostReport bill(Meter meter, long quantity) {
        return Costs.of(EVERYTHING, Costs.CENTRAL,
                UsageAssumptions.defaults().with(Map.of(meter, BigDecimal.valueOf(quantity)), Map.of(), "test"));
    }

    /** The bill of materials, and one of each type that is priced, set so that all of its lines appear. */
    private static List<Resource> everything() {
        Planned p = Planned.in("eu-central-1");
        PricerTable.types().forEach(t -> p.add(t, "one", Map.of("billingMode", "PAY_PER_REQUEST", "streamEnabled", true,
                "pointInTimeRecovery", Map.of("enabled", true), "fifoTopic", false, "protocol", "https",
                "loadBalancerType", "network", "vpcEndpointType", "Interface",
                "keyUsage", "SIGN_VERIFY", "tier", "Advanced")));
        p.add("aws:ecs/cluster:Cluster", "seen", Map.of("settings",
                        List.of(Map.of("name", "containerInsights", "value", "enabled"))))
                .add("aws:sns/topicSubscription:TopicSubscription", "mail", Map.of("protocol", "email"))
                .add("aws:sfn/stateMachine:StateMachine", "quick", Map.of("type", "EXPRESS"))
                .add("aws:codepipeline/pipeline:Pipeline", "second", Map.of("pipelineType", "V2"))
                .add("aws:cloudtrail/trail:Trail", "more", Map.of("advancedEventSelectors", List.of(Map.of("name", "x"))))
                .add("aws:cloudwatch/eventTarget:EventTarget", "away",
                        Map.of("arn", "arn:aws:events:eu-west-1:111122223333:event-bus/other"));
        List<Resource> out = new ArrayList<>(BillOfMaterials.plan("eu-central-1"));
        out.addAll(p.resources().subList(1, p.resources().size()));
        out.sort(Comparator.comparing(Resource::urn));
        return out;
    }
}
