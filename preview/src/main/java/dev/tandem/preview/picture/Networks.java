package dev.tandem.preview.picture;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.preview.picture.Architecture.Network;
import dev.tandem.preview.picture.Architecture.Subnet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The VPCs of a plan with their subnets and gateways. */
final class Networks {

    private static final String VPC = "aws:ec2/vpc:Vpc";
    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final String INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
    private static final Map<String, String> WAYS = Map.of(
            INTERNET_GATEWAY, "internet gateway",
            "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", "egress-only gateway (IPv6)",
            "aws:ec2/natGateway:NatGateway", "NAT gateway",
            "aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "peering",
            "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter", "peering");

    private Networks() {}

    static List<Network> read(ResourceGraph graph, List<Resource> sorted) {
        Set<String> open = openSubnets(graph);
        Set<String> ways = new TreeSet<>();
        sorted.forEach(r -> Optional.ofNullable(WAYS.get(graph.typeOf(r))).ifPresent(ways::add));
        return graph.ofType(VPC).stream().sorted(Comparator.comparing(Resource::urn))
                .map(vpc -> new Network(vpc.urn(), vpc.name(), text(vpc, "cidrBlock"), subnets(graph, vpc, open),
                        List.copyOf(ways)))
                .toList();
    }

    private static List<Subnet> subnets(ResourceGraph graph, Resource vpc, Set<String> open) {
        return graph.referrers(vpc, SUBNET, "vpcId").stream().sorted(Comparator.comparing(Resource::name))
                .map(s -> new Subnet(s.name(), text(s, "cidrBlock"), text(s, "availabilityZone"), open.contains(s.urn())))
                .toList();
    }

    /** Subnets whose route table has a route to an internet gateway. */
    private static Set<String> openSubnets(ResourceGraph graph) {
        Set<String> tables = new HashSet<>();
        graph.ofType("aws:ec2/route:Route").stream()
                .filter(route -> graph.referenced(route, "gatewayId").stream()
                        .anyMatch(g -> graph.typeOf(g).equals(INTERNET_GATEWAY)))
                .forEach(route -> graph.referenced(route, "routeTableId").forEach(t -> tables.add(t.urn())));
        Set<String> subnets = new HashSet<>();
        graph.ofType("aws:ec2/routeTableAssociation:RouteTableAssociation").stream()
                .filter(a -> graph.referenced(a, "routeTableId").stream().anyMatch(t -> tables.contains(t.urn())))
                .forEach(a -> graph.referenced(a, "subnetId").forEach(s -> subnets.add(s.urn())));
        return subnets;
    }

    private static String text(Resource resource, String property) {
        return Tasks.read(() -> resource.get(property).string()).orElse("");
    }
}
