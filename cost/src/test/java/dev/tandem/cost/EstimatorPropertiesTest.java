package dev.tandem.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.Planned.TaskShape;
import dev.tandem.cost.pricer.FreeTypes;
import dev.tandem.cost.pricer.PricerTable;
import dev.tandem.cost.report.CostLine;
import dev.tandem.cost.report.CostReport;
import dev.tandem.cost.report.Totals;
import dev.tandem.cost.usage.UsageAssumptions;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import dev.tandem.requirements.Covers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every plan. */
@Covers("R1.5")
class EstimatorPropertiesTest {

    private static final List<String> TYPES = types();

    @Property(tries = 200)
    void totalIsTheSumOfTheLinesAndOfEachGrouping(@ForAll("plans") List<Resource> plan) {
        CostReport report = estimate(plan);

        assertThat(report.totals().typical().usd()).isEqualByComparingTo(report.lines().stream()
                .map(l -> l.quantity().multiply(l.unitPriceUsd())).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(sum(report.byRegion().values())).isEqualByComparingTo(report.totals().typical().usd());
        assertThat(sum(report.byComponent().values())).isEqualByComparingTo(report.totals().typical().usd());
        assertThat(report.rate().toUsd(report.totals().typical().eur()).subtract(report.totals().typical().usd()).abs())
                .isLessThan(new BigDecimal("1e-20"));
    }

    @Property(tries = 200)
    void worstCaseIsNeverBelowTypicalNorAboveMaximum(@ForAll("plans") List<Resource> plan) {
        for (CostLine l : estimate(plan).lines()) {
            assertThat(l.worstCase().usd()).isGreaterThanOrEqualTo(l.monthlyUsd());
            assertThat(l.atMaximum().usd()).isGreaterThanOrEqualTo(l.worstCase().usd());
            assertThat(l.monthlyUsd()).isNotNegative();
        }
    }

    @Property(tries = 200)
    void everyManagedResourceIsPricedFreeOrListed(@ForAll("plans") List<Resource> plan) {
        CostReport report = estimate(plan);

        List<String> accounted = new ArrayList<>(PricerTable.types());
        report.free().forEach(f -> accounted.add(f.type()));
        report.notPriced().forEach(n -> accounted.add(n.type()));
        plan.stream().filter(r -> r.provider().isPresent())
                .forEach(r -> assertThat(accounted).contains(dev.tandem.cost.plan.TypeNames.normalise(r.type())));
    }

    @Property(tries = 300)
    void moreTasksAreNeverCheaper(@ForAll @IntRange(max = 30) int tasks, @ForAll @IntRange(max = 3) int base,
            @ForAll @IntRange(max = 4) int onDemand, @ForAll @IntRange(max = 4) int spot) {
        Totals fewer = service(tasks, base, onDemand, spot);
        Totals more = service(tasks + 1, base, onDemand, spot);

        assertThat(more.typical().usd()).isGreaterThan(fewer.typical().usd());
        assertThat(more.worstCase().usd()).isGreaterThan(fewer.worstCase().usd());
        assertThat(more.atMaximum().usd()).isGreaterThan(fewer.atMaximum().usd());
    }

    private static Totals service(int tasks, int base, int onDemand, int spot) {
        return Costs.of(Planned.in("eu-central-1").service("auth", TaskShape.SMALL, tasks,
                List.of(Planned.share("FARGATE", base, onDemand), Planned.share("FARGATE_SPOT", 0, spot))))
                .totals();
    }

    private static CostReport estimate(List<Resource> plan) {
        return Costs.of(plan, Costs.CENTRAL, UsageAssumptions.defaults());
    }

    private static BigDecimal sum(Iterable<Totals> totals) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Totals t : totals) {
            sum = sum.add(t.typical().usd());
        }
        return sum;
    }

    /** Plans of known and unknown types whose properties are sound, unknown, secret, null or of a wrong type. */
    @Provide
    Arbitrary<List<Resource>> plans() {
        return Arbitraries.longs().map(EstimatorPropertiesTest::plan);
    }

    private static List<Resource> plan(long seed) {
        Random random = new Random(seed);
        List<Resource> out = new ArrayList<>();
        for (Resource r : BillOfMaterials.plan(random.nextBoolean() ? "eu-central-1" : "eu-west-1")) {
            out.add(mutate(r, random));
        }
        Planned more = Planned.in("eu-west-1");
        for (int i = 0; i < 10; i++) {
            more.add(TYPES.get(random.nextInt(TYPES.size())), "r" + i, Map.of("replicas", oddValue(random),
                    "rules", oddValue(random), "engine", oddValue(random), "metricQueries", oddValue(random)));
        }
        out.addAll(more.resources().subList(1, more.resources().size()));
        return out;
    }

    private static Resource mutate(Resource r, Random random) {
        Map<String, Value> fields = new HashMap<>();
        r.properties().entries().forEach((k, v) -> {
            if (random.nextInt(10) > 0) {
                fields.put(k, random.nextInt(4) == 0 ? oddValue(random) : v.value().orElseThrow());
            }
        });
        Resource.Builder b = Resource.builder(r.urn()).properties(fields)
                .propertyDependencies(r.propertyDependencies());
        r.provider().ifPresent(b::provider);
        r.parent().ifPresent(b::parent);
        return b.build();
    }

    private static Value oddValue(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Value.Unknown();
            case 1 -> new Value.Null();
            case 2 -> new Value.Secret(new Value.Unknown());
            case 3 -> new Value.Text("odd");
            case 4 -> new Value.Num(-7L);
            case 5 -> new Value.Items(List.of(new Value.Unknown(), new Value.Bool(true)));
            case 6 -> new Value.Fields(Map.of("x", new Value.Num(0.5)));
            default -> new Value.Secret(new Value.Text("9"));
        };
    }

    private static List<String> types() {
        List<String> types = new ArrayList<>(PricerTable.types());
        types.addAll(FreeTypes.types().stream().limit(30).toList());
        types.add("aws:moon/rocket:Rocket");
        return types;
    }
}
