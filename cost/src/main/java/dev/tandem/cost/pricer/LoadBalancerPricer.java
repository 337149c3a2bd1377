package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Load balancers, their capacity units, and the public IPv4 addresses that are no resource of their own. */
final class LoadBalancerPricer implements Pricer {

    private static final String TYPE = "aws:lb/loadBalancer:LoadBalancer";

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        for (Resource lb : plan.ofType(TYPE)) {
            switch (Plan.text(lb.get("loadBalancerType")).orElse("application")) {
                case "application" -> {
                    bill.charge(Items.ELB_APPLICATION, lb).always(Quantity.of(1))
                            .add("application load balancer " + lb.name());
                    bill.charge(Items.ELB_LCU, lb).always(bill.usage(lb, Meter.ALB_LCU))
                            .add("capacity units of " + lb.name());
                }
                case "network" -> {
                    bill.charge(Items.ELB_NETWORK, lb).always(Quantity.of(1))
                            .add("network load balancer " + lb.name());
                    bill.charge(Items.ELB_NLCU, lb).always(bill.usage(lb, Meter.NLB_LCU))
                            .add("capacity units of " + lb.name());
                }
                default -> bill.notPriced(List.of(lb), "gateway load balancers have no price in the book");
            }
            addresses(plan, bill, lb);
        }
        bill.metered(Items.TRANSFER_INTERNET, plan.ofType(TYPE).stream().filter(l -> !isInternal(l)).toList(),
                Meter.TRANSFER_INTERNET, "data out to the internet");
    }

    private static boolean isInternal(Resource lb) {
        return Plan.isTrue(lb.get("internal"));
    }

    /** One address for each public subnet, unless the balancer is internal or has none in IPv4. */
    private static void addresses(Plan plan, Bill bill, Resource lb) {
        String family = Plan.text(lb.get("ipAddressType")).orElse("ipv4");
        if (isInternal(lb) || family.equals("dualstack-without-public-ipv4")) {
            return;
        }
        String list = Plan.isSet(lb.get("subnets")) ? "subnets" : "subnetMappings";
        Quantity count = plan.countSubnets(lb, list, 2);
        long own = Plan.items(lb.get("subnetMappings")).stream().filter(m -> Plan.isSet(m.at("allocationId"))).count();
        Quantity charged = new Quantity(count.value().subtract(BigDecimal.valueOf(own)), count.notes());
        if (charged.value().signum() > 0) {
            bill.charge(Items.VPC_IPV4, lb).always(charged.noting(
                            "no resource of its own: one address for each public subnet of the load balancer"))
                    .add("public IPv4 addresses of " + lb.name());
        }
    }
}
