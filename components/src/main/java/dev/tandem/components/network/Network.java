package dev.tandem.components.network;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.EgressOnlyInternetGateway;
import com.pulumi.aws.ec2.EgressOnlyInternetGatewayArgs;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.network.SubnetPlan.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * VPC, subnets and routes of a region. Unless the plan says otherwise, private subnets reach the Internet by IPv6 only,
 * outwards only, through the egress-only gateway, and there is no NAT. The VPC's default security group lets nothing through.
 */
public final class Network extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:network:Network";

    private final String name;
    private final CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
    private final Vpc vpc;
    private final Map<String, Subnet> subnets = new LinkedHashMap<>();
    private final Map<String, RouteTable> privateTables = new LinkedHashMap<>();

    /** Declares what the plan says. */
    public Network(String name, NetworkPlan plan, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.name = name;
        this.vpc = new Vpc(name, VpcArgs.builder()
                .cidrBlock(plan.cidr().toString())
                .assignGeneratedIpv6CidrBlock(true)
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .build(), child);
        new DefaultSecurityGroup(name + "-default", DefaultSecurityGroupArgs.builder().vpcId(vpc.id()).build(), child);
        publicSide(plan.subnets(Kind.PUBLIC));
        privateSide(plan);
        dataSide(plan.subnets(Kind.DATA));
        registerOutputs(Map.of("vpcId", vpc.id()));
    }

    private void publicSide(List<SubnetPlan> plans) {
        InternetGateway gateway = new InternetGateway(
                name + "-internet", InternetGatewayArgs.builder().vpcId(vpc.id()).build(), child);
        RouteTable table = new RouteTable(
                name + "-public", RouteTableArgs.builder().vpcId(vpc.id()).build(), child);
        new Route(name + "-public-out", RouteArgs.builder()
                .routeTableId(table.id())
                .destinationCidrBlock("0.0.0.0/0")
                .gatewayId(gateway.id())
                .build(), child);
        plans.forEach(plan -> attach(plan, subnet(plan, SubnetArgs.builder().mapPublicIpOnLaunch(false)), table));
    }

    private void privateSide(NetworkPlan network) {
        List<SubnetPlan> plans = network.subnets(Kind.PRIVATE);
        Optional<EgressOnlyInternetGateway> gateway = !network.egress().ipv6Out() ? Optional.empty()
                : Optional.of(new EgressOnlyInternetGateway(name + "-egress-only",
                        EgressOnlyInternetGatewayArgs.builder().vpcId(vpc.id()).build(), child));
        Map<String, NatGateway> nats = natGateways(network);
        for (SubnetPlan plan : plans) {
            // One table for each zone, so that a way out per zone can come later without moving the others.
            RouteTable table = new RouteTable(
                    name + "-" + plan.name(), RouteTableArgs.builder().vpcId(vpc.id()).build(), child);
            privateTables.put(plan.letter(), table);
            gateway.ifPresent(out -> new Route(name + "-" + plan.name() + "-out", RouteArgs.builder()
                    .routeTableId(table.id())
                    .destinationIpv6CidrBlock("::/0")
                    .egressOnlyGatewayId(out.id())
                    .build(), child));
            if (!nats.isEmpty()) {
                new Route(name + "-" + plan.name() + "-nat", RouteArgs.builder()
                        .routeTableId(table.id())
                        .destinationCidrBlock("0.0.0.0/0")
                        .natGatewayId(nats.getOrDefault(plan.zone(), nats.values().iterator().next()).id())
                        .build(), child);
            }
            Output<String> ipv6 = vpc.ipv6CidrBlock().applyValue(block -> Ipv6Subnets.of(block, plan.ipv6Index()));
            attach(plan, subnet(plan, SubnetArgs.builder()
                    .mapPublicIpOnLaunch(false)
                    .ipv6CidrBlock(ipv6)
                    .assignIpv6AddressOnCreation(true)), table);
        }
    }

    /** In the public subnet of each of their zones, with an address of its own. */
    private Map<String, NatGateway> natGateways(NetworkPlan network) {
        Map<String, NatGateway> nats = new LinkedHashMap<>();
        for (SubnetPlan plan : network.subnets(Kind.PUBLIC)) {
            if (network.natZones().contains(plan.zone())) {
                Eip address = new Eip(name + "-nat-" + plan.letter(), EipArgs.builder().domain("vpc").build(), child);
                nats.put(plan.zone(), new NatGateway(name + "-nat-" + plan.letter(), NatGatewayArgs.builder()
                        .subnetId(subnets.get(plan.name()).id())
                        .allocationId(address.allocationId())
                        .build(), child));
            }
        }
        return nats;
    }

    /** One table, with the VPC's own routes only. */
    private void dataSide(List<SubnetPlan> plans) {
        if (!plans.isEmpty()) {
            RouteTable table = new RouteTable(name + "-data", RouteTableArgs.builder().vpcId(vpc.id()).build(), child);
            plans.forEach(plan -> attach(plan, subnet(plan, SubnetArgs.builder().mapPublicIpOnLaunch(false)), table));
        }
    }

    private Subnet subnet(SubnetPlan plan, SubnetArgs.Builder args) {
        Subnet subnet = new Subnet(name + "-" + plan.name(), args
                .vpcId(vpc.id())
                .availabilityZone(plan.zone())
                .cidrBlock(plan.cidr().toString())
                .tags(Map.of("Name", plan.name()))
                .build(), child);
        subnets.put(plan.name(), subnet);
        return subnet;
    }

    private void attach(SubnetPlan plan, Subnet subnet, RouteTable table) {
        new RouteTableAssociation(name + "-" + plan.name(), RouteTableAssociationArgs.builder()
                .subnetId(subnet.id())
                .routeTableId(table.id())
                .build(), child);
    }

    /** Its identifiers. */
    public NetworkIds ids() {
        Map<String, Output<String>> ids = new LinkedHashMap<>();
        subnets.forEach((plan, subnet) -> ids.put(plan, subnet.id()));
        return new NetworkIds(vpc.id(), ids, privateTables.values().stream().map(RouteTable::id).toList());
    }

    /** Declares the network that a plan says by a module, unless the plan adopts one that is already there. */
    public static NetworkIds idsOf(String name, NetworkModule module, NetworkPlan plan, ComponentResourceOptions options) {
        return plan.existing().map(existing -> NetworkIds.of(plan, existing)).orElseGet(() -> module == NetworkModule.AWSX
                ? new AwsxNetwork(name, plan, options).ids() : new Network(name, plan, options).ids());
    }
}
