package dev.tandem.policies.cost;

import dev.tandem.cost.book.Items;
import dev.tandem.cost.book.ItemKey;
import dev.tandem.cost.book.PriceBook;
import dev.tandem.cost.book.Region;
import dev.tandem.policies.Settings;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A way out of private subnets is paid once: a NAT gateway with its public address, or interface endpoints by zone. Which
 * is cheaper follows from the price book's hourly prices, in both directions; their prices by gigabyte favour endpoints.
 */
public final class NatOrEndpoints implements StackCheck {

    private static final String NAT = "aws:ec2/natGateway:NatGateway";
    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

    @Override
    public void check(StackContext context) {
        List<Resource> nats = context.graph().ofType(NAT).stream()
                .filter(n -> !n.get("connectivityType").is("private")).toList();
        List<Resource> endpoints = context.graph().ofType(ENDPOINT);
        Region region = new Region(context.stack().config().getOrDefault("aws:region", Settings.DEFAULT_REGIONS.get(0)));
        BigDecimal natHour = hour(Items.VPC_NAT, region).add(hour(Items.VPC_IPV4, region));
        BigDecimal endpointHour = hour(Items.VPC_ENDPOINT, region);
        if (nats.isEmpty() && endpoints.isEmpty() || natHour.signum() == 0 || endpointHour.signum() == 0) {
            context.notApplicable("the stack has neither NAT gateways nor endpoints, or the price book no price of them");
            return;
        }
        BigDecimal breakEven = natHour.divide(endpointHour, 2, RoundingMode.HALF_UP);
        long zones = 0;
        boolean storage = false;
        for (Resource endpoint : endpoints) {
            String type = endpoint.get("vpcEndpointType").stringOr("Gateway");
            storage |= type.equals("Gateway") && (!endpoint.get("serviceName").isKnown()
                    || endpoint.get("serviceName").stringOr("").endsWith(".s3"));
            if (type.equals("Interface")) {
                zones += Math.max(1, endpoint.get("subnetIds").isKnown() ? endpoint.get("subnetIds").items().size() : 1);
            }
        }
        if (!nats.isEmpty() && zones > 0) {
            context.violation("found " + nats.size() + " NAT gateway(s) and " + zones + " zones of interface endpoints, both"
                    + " paid by the hour; a NAT gateway costs as much as " + breakEven + " of these, expected one of the two");
        } else if (nats.isEmpty() && BigDecimal.valueOf(zones).compareTo(breakEven) > 0) {
            context.violation("found " + zones + " zones of interface endpoints, which cost more than a NAT gateway with its"
                    + " address from " + breakEven + " on; expected fewer, or a decision that the network has no way out");
        }
        if (!nats.isEmpty() && !storage) {
            context.violation("s3", "found NAT gateways and no gateway endpoint for S3: image layers and objects are paid by"
                    + " the gigabyte, expected the gateway endpoint, which is free");
        }
    }

    private static BigDecimal hour(ItemKey item, Region region) {
        return Book.BUNDLED.find(item, region).map(p -> p.perOne()).orElse(BigDecimal.ZERO);
    }

    /** Loaded with the class, so once and late. */
    private static final class Book {
        static final PriceBook BUNDLED = PriceBook.bundled();
    }
}
