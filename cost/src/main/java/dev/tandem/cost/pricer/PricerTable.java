package dev.tandem.cost.pricer;

import dev.tandem.cost.plan.Plan;
import dev.tandem.policy.model.Resource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every pricer, and the rule that nothing is silently zero. */
public final class PricerTable {

    private static final List<Pricer> PRICERS = List.of(
            new LoadBalancerPricer(), new VpcPricer(), new FargatePricer(), new KmsPricer(), new SecretPricer(),
            new AlarmPricer(), new MetricPricer(), new LogPricer(), new DnsPricer(), new DynamoPricer(),
            new MessagePricer(), new ComputePricer(), new StoragePricer(), new GovernancePricer(),
            new SecurityPricer(), new DatabasePricer(), new CachePricer(), new InstancePricer(),
            new FilePricer(), new CanaryPricer(), new PipelinePricer(), new PlainPricer());

    private PricerTable() {}

    /** Writes a plan's lines, and lists every type that nobody prices and that is not known to be free. */
    public static void price(Plan plan, Bill bill) {
        PRICERS.forEach(p -> p.price(plan, bill));
        Set<String> priced = types();
        for (Resource r : plan.managed()) {
            String type = plan.typeOf(r);
            if (!priced.contains(type) && FreeTypes.reason(type).isEmpty()) {
                bill.notPriced(List.of(r), "nothing here prices this type, and it is not known to be free");
            }
        }
    }

    /** Normalised types that some pricer accounts for. */
    public static Set<String> types() {
        Set<String> out = new TreeSet<>();
        PRICERS.forEach(p -> out.addAll(p.types()));
        return out;
    }

    static List<Pricer> pricers() {
        return PRICERS;
    }
}
