package dev.tandem.policies.network;

import static dev.tandem.policies.demand.Demand.notOff;
import static dev.tandem.policies.demand.Demand.of;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;

/** The way out of a network is a gateway that AWS keeps up, not one machine that somebody has to. */
public final class RouteByGateway {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            machine("aws:ec2/route:Route"),
            machine("aws:ec2/routeTable:RouteTable").inEach("routes"),
            machine("aws:ec2/defaultRouteTable:DefaultRouteTable").inEach("routes"),
            passesOn("aws:ec2/instance:Instance"),
            passesOn("aws:ec2/spotInstanceRequest:SpotInstanceRequest"),
            passesOn("aws:ec2/networkInterface:NetworkInterface"));

    private RouteByGateway() {}

    private static Demand machine(String type) {
        return of(type, "one machine, which somebody has to patch, is the way out of the network",
                "a NAT gateway, an internet gateway, or endpoints", First::nothing, "instanceId", "networkInterfaceId")
                .onlyIf(RouteByGateway::toTheWorld);
    }

    private static Demand passesOn(String type) {
        return notOff(type, "the machine takes and passes on what is meant for others", "sourceDestCheck");
    }

    private static boolean toTheWorld(Property route) {
        return NetworksJoined.RANGES.stream().anyMatch(range -> World.isWorld(route.at(range).stringOr("")));
    }
}
