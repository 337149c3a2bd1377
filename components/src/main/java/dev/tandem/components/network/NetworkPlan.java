package dev.tandem.components.network;

import dev.tandem.components.network.SubnetPlan.Kind;
import dev.tandem.components.network.TrafficRule.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that is decided about a region's network, as plain data.
 *
 * @param cidr              IPv4 range of the VPC
 * @param subnets           private ones first, each kind in the order of zones
 * @param endpointZones     zones in which interface endpoints have an interface
 * @param interfacePolicies endpoint policy (JSON) by service suffix: exactly ecr.api, ecr.dkr, logs and ssm
 * @param gatewayPolicies   endpoint policy (JSON) by service suffix: s3 and dynamodb
 * @param endpointRules     what the endpoints' security group opens
 */
public record NetworkPlan(
        Ipv4Cidr cidr,
        List<SubnetPlan> subnets,
        List<String> endpointZones,
        Map<String, String> interfacePolicies,
        Map<String, String> gatewayPolicies,
        List<TrafficRule> endpointRules) {

    /** Plans a network. Pure: equal arguments give equal plans. */
    public static NetworkPlan of(NetworkArgs args) {
        List<SubnetPlan> subnets = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            args.zones().forEach(zone -> subnets.add(AddressPlan.subnet(args.cidr(), kind, zone)));
        }
        List<TrafficRule> rules = subnets.stream()
                .filter(subnet -> subnet.kind() == Kind.PRIVATE)
                .map(subnet -> new TrafficRule("endpoints-from-" + subnet.name(), Direction.IN, 443,
                        subnet.cidr().toString(), "AWS APIs, from the tasks in " + subnet.zone()))
                .toList();
        EndpointPolicies policies = new EndpointPolicies(args.region(), args.accountId());
        return new NetworkPlan(args.cidr(), List.copyOf(subnets), args.zones().subList(0, args.endpointZones()),
                new TreeMap<>(policies.interfaces()), new TreeMap<>(policies.gateways()), rules);
    }

    /** The subnets of a kind, in the order of zones. */
    public List<SubnetPlan> subnets(Kind kind) {
        return subnets.stream().filter(subnet -> subnet.kind() == kind).toList();
    }
}
