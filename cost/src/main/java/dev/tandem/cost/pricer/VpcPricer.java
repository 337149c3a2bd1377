package dev.tandem.cost.pricer;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.plan.Quantity;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Endpoints (interface ones are charged for each zone), NAT gateways, Elastic IP addresses. */
final class VpcPricer implements Pricer {

    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private static final String ASSOCIATION = "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation";
    private static final String NAT = "aws:ec2/natGateway:NatGateway";
    private static final String EIP = "aws:ec2/eip:Eip";

    @Override
    public Set<String> types() {
        return Set.of(ENDPOINT, ASSOCIATION, NAT, EIP);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        List<Resource> endpoints = plan.ofType(ENDPOINT);
        endpoints.forEach(e -> endpoint(plan, bill, e));
        bill.metered(Items.VPC_ENDPOINT_DATA,
                endpoints.stream().filter(e -> kind(e).equals("Interface")).toList(), Meter.ENDPOINT_DATA,
                "data through the interface endpoints");
        for (Resource nat : plan.ofType(NAT)) {
            BigDecimal usd = bill.charge(Items.VPC_NAT, nat).always(Quantity.of(1)).add("NAT gateway " + nat.name());
            bill.saving("replace NAT gateway " + nat.name()
                    + " by an egress-only internet gateway and the interface endpoints that are needed", usd);
        }
        bill.metered(Items.VPC_NAT_DATA, plan.ofType(NAT), Meter.NAT_DATA, "data through the NAT gateways");
        plan.ofType(EIP).forEach(ip -> bill.charge(Items.VPC_IPV4, ip).always(Quantity.of(1))
                .add("public IPv4 address " + ip.name()));
    }

    private static String kind(Resource endpoint) {
        Property type = endpoint.get("vpcEndpointType");
        return type.isUnknown() ? "Interface" : Plan.text(type).orElse("Gateway");
    }

    private static void endpoint(Plan plan, Bill bill, Resource e) {
        String service = Plan.text(e.get("serviceName")).map(VpcPricer::shortName).orElse(e.name());
        switch (kind(e)) {
            case "Interface" -> {
                Quantity zones = zones(plan, e);
                BigDecimal usd = bill.charge(Items.VPC_ENDPOINT, e).always(zones)
                        .add("interface endpoint " + service + ", " + zones.value().toPlainString() + " zone(s)");
                BigDecimal more = zones.value().subtract(BigDecimal.ONE);
                if (more.signum() > 0) {
                    bill.saving("put interface endpoint " + service + " into one zone",
                            usd.multiply(more).divide(zones.value(), java.math.MathContext.DECIMAL128));
                }
            }
            case "Gateway" -> bill.charge(Items.VPC_GATEWAY_ENDPOINT, e).always(Quantity.of(1))
                    .add("gateway endpoint " + service);
            case "GatewayLoadBalancer" -> bill.charge(Items.VPC_GWLB_ENDPOINT, e).always(zones(plan, e))
                    .add("gateway load balancer endpoint " + service);
            default -> bill.notPriced(List.of(e), "endpoints of type " + kind(e) + " have no price in the book");
        }
    }

    /** {@code ecr.api} for {@code com.amazonaws.eu-central-1.ecr.api}. */
    private static String shortName(String serviceName) {
        return serviceName.replaceFirst("^(com|eu)\\.amazonaws\\.[a-z0-9-]+\\.", "");
    }

    /** One network interface for each subnet; the list's length is known even while the ids are not. */
    private static Quantity zones(Plan plan, Resource e) {
        String list = Plan.isSet(e.get("subnetIds")) ? "subnetIds" : "subnetConfigurations";
        int associated = plan.referrers(e, ASSOCIATION, "vpcEndpointId").size();
        if (!Plan.isSet(e.get(list)) && associated == 0) {
            return Quantity.of(1).noting("the plan names no subnet: one zone assumed");
        }
        Quantity listed = plan.countSubnets(e, list, 1);
        return new Quantity(listed.value().add(BigDecimal.valueOf(associated)), listed.notes());
    }
}
