package dev.tandem.components.network;

import dev.tandem.components.network.SubnetPlan.Kind;
import dev.tandem.components.network.TrafficRule.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that is decided about a region's network, as plain data.
 *
 * @param cidr              IPv4 range of the VPC
 * @param subnets           private ones first, each kind in the order of zones
 * @param endpointZones     zones in which interface endpoints have an interface
 * @param interfacePolicies endpoint policy (JSON) by service suffix: exactly ecr.api, ecr.dkr, logs and ssm unless the network
 *                          is isolated or has NAT gateways
 * @param gatewayPolicies   endpoint policy (JSON) by service suffix: s3 and dynamodb
 * @param endpointRules     what the endpoints' security group opens
 * @param egress            how private subnets reach AWS
 * @param natZones          zones with a NAT gateway
 * @param existing          the VPC that is adopted, if one is
 */
public record NetworkPlan(
        Ipv4Cidr cidr,
        List<SubnetPlan> subnets,
        List<String> endpointZones,
        Map<String, String> interfacePolicies,
        Map<String, String> gatewayPolicies,
        List<TrafficRule> endpointRules,
        Egress egress,
        List<String> natZones,
        Optional<ExistingNetwork> existing) {

    /** Plans a network. Pure: equal arguments give equal plans. */
    public static NetworkPlan of(NetworkArgs args) {
        List<SubnetPlan> subnets = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.DATA || args.dataSubnets()) {
                args.zones().forEach(zone -> subnets.add(subnet(args, kind, zone)));
            }
        }
        boolean endpoints = args.egress().endpoints() && args.existing().flatMap(ExistingNetwork::endpoints).isEmpty();
        List<TrafficRule> rules = subnets.stream()
                .filter(subnet -> endpoints && subnet.kind() == Kind.PRIVATE)
                .map(subnet -> new TrafficRule("endpoints-from-" + subnet.name(), Direction.IN, 443,
                        subnet.cidr().toString(), "AWS APIs, from the tasks in " + subnet.zone()))
                .toList();
        EndpointPolicies policies = new EndpointPolicies(args.region(), args.accountId());
        return new NetworkPlan(args.cidr(), List.copyOf(subnets), args.zones().subList(0, args.endpointZones()),
                endpoints ? new TreeMap<>(policies.interfaces(args.egress(), args.callers())) : new TreeMap<>(),
                args.existing().flatMap(ExistingNetwork::endpoints).isPresent()
                        ? new TreeMap<>() : new TreeMap<>(policies.gateways()),
                rules, args.egress(), args.existing().isPresent() ? List.of() : args.egress().natZones(args.zones()),
                args.existing());
    }

    /** Where an adopted subnet lies is its owner's choice; of the public ones only the id counts. */
    private static SubnetPlan subnet(NetworkArgs args, Kind kind, String zone) {
        SubnetPlan planned = AddressPlan.subnet(args.cidr(), kind, zone);
        return kind == Kind.PRIVATE && args.existing().isPresent()
                ? new SubnetPlan(kind, zone, args.existing().get().privateSubnets().get(zone).cidr(), planned.ipv6Index())
                : planned;
    }

    /** The subnets of a kind, in the order of zones. */
    public List<SubnetPlan> subnets(Kind kind) {
        return subnets.stream().filter(subnet -> subnet.kind() == kind).toList();
    }
}
