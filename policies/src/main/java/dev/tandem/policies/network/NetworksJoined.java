package dev.tandem.policies.network;

import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** Networks are joined by somebody's decision, and through routes no wider than the other side. */
public final class NetworksJoined implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        "aws:ec2/vpcEndpointService:VpcEndpointService", "aws:ec2transitgateway/transitGateway:TransitGateway",
        "aws:ec2/transitGateway:TransitGateway", "aws:ec2/route:Route", "aws:ec2/routeTable:RouteTable",
        "aws:ec2/defaultRouteTable:DefaultRouteTable",
    };

    /** Where a route, by itself or in its table, says which range it is for. */
    static final List<String> RANGES = List.of("destinationCidrBlock", "cidrBlock", "destinationIpv6CidrBlock", "ipv6CidrBlock");

    private static final List<String> OTHER_WAYS = List.of("gatewayId", "natGatewayId", "transitGatewayId",
            "egressOnlyGatewayId", "networkInterfaceId", "vpcEndpointId", "localGatewayId", "carrierGatewayId");

    @Override
    public void check(ResourceContext context) {
        Property accept = context.get("acceptanceRequired");
        if (context.resource().type().endsWith(":VpcEndpointService") && !accept.boolOr(true)) {
            Expect.report(context, accept, "whoever may connect is connected at once", "true");
        }
        Property auto = context.get("autoAcceptSharedAttachments");
        if (auto.is("enable")) {
            Expect.report(context, auto, "every account it is shared with is attached at once", "disable");
        }
        if (context.resource().type().endsWith(":Route")) {
            route(context, context.resource().properties());
        }
        context.each(context.get("routes").items(), route -> route(context, route));
    }

    private static void route(ResourceContext context, Property route) {
        Property peering = route.at("vpcPeeringConnectionId");
        if (First.nothing(peering)) {
            return;
        }
        if (OTHER_WAYS.stream().anyMatch(way -> !First.nothing(route.at(way)))) {
            // A route has one way: which one it is shows when the ids are known.
            peering.requireKnown();
        }
        for (String name : RANGES) {
            Property range = route.at(name);
            if (World.isWorld(range.stringOr(""))) {
                context.violation(range, "peering::" + range.stringOr(""), "sends everything (" + range.stringOr("")
                        + ") through a peering, expected the ranges of the other network that are needed");
            }
        }
    }
}
