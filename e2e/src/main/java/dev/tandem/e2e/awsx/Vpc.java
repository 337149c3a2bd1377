package dev.tandem.e2e.awsx;

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
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What awsx 3.11 makes of an {@code awsx:ec2:Vpc}, in its order and under its names, registered at the engine as its children. Source:
 * {@code awsx/ec2/vpc.ts} of its repository, read; the provider itself is written in TypeScript and cannot be had here.
 */
final class Vpc extends ComponentResource {

    static final String TYPE = "awsx:ec2:Vpc";

    private static final String WORLD = "0.0.0.0/0";

    private final String name;
    private final VpcArguments args;
    private final com.pulumi.aws.ec2.Vpc vpc;
    private final InternetGateway internet;
    private final Map<String, List<Subnet>> subnets = new LinkedHashMap<>();
    private final List<RouteTable> tables = new ArrayList<>();
    private final List<NatGateway> gateways = new ArrayList<>();

    Vpc(String name, VpcArguments args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.name = name;
        this.args = args;
        List.of("public", "private", "isolated").forEach(type -> subnets.put(type + "SubnetIds", new ArrayList<>()));
        vpc = new com.pulumi.aws.ec2.Vpc(name, VpcArgs.builder().cidrBlock(args.cidr()).enableDnsHostnames(args.hostnames())
                .enableDnsSupport(args.support()).tags(Map.of("Name", name)).build(), below(this));
        internet = new InternetGateway(name, InternetGatewayArgs.builder().vpcId(vpc.id()).tags(Map.of("Name", name)).build(), below(vpc));
        for (int zone = 0; zone < args.zones().size(); zone++) {
            for (VpcArguments.Spec spec : args.specs()) {
                subnet(zone, spec);
            }
        }
        registerOutputs(Map.of());
    }

    com.pulumi.aws.ec2.Vpc vpc() {
        return vpc;
    }

    /** Subnets by the output that tells their ids. */
    Map<String, List<Subnet>> subnetIds() {
        return subnets;
    }

    List<RouteTable> routeTables() {
        return tables;
    }

    private void subnet(int zone, VpcArguments.Spec spec) {
        String of = name + "-" + spec.name() + "-" + (zone + 1);
        Map<String, String> tags = Map.of("Name", of, "SubnetType", spec.type());
        Subnet subnet = new Subnet(of, SubnetArgs.builder().vpcId(vpc.id()).availabilityZone(args.zones().get(zone))
                .cidrBlock(spec.cidrs().get(zone)).mapPublicIpOnLaunch(spec.type().equals("Public")).tags(tags).build(), below(vpc));
        RouteTable table = new RouteTable(of, RouteTableArgs.builder().vpcId(vpc.id()).tags(tags).build(), below(subnet));
        new RouteTableAssociation(of, RouteTableAssociationArgs.builder().routeTableId(table.id()).subnetId(subnet.id()).build(),
                below(table));
        subnets.get(spec.type().toLowerCase(Locale.ROOT) + "SubnetIds").add(subnet);
        tables.add(table);
        RouteArgs.Builder out = RouteArgs.builder().routeTableId(table.id()).destinationCidrBlock(WORLD);
        if (spec.type().equals("Public")) {
            if (args.nat().equals("oneperaz") || args.nat().equals("single") && zone == 0) {
                gateway(name + "-" + (zone + 1), subnet);
            }
            new Route(of, out.gatewayId(internet.id()).build(), below(table));
        } else if (spec.type().equals("Private") && !gateways.isEmpty()) {
            new Route(of, out.natGatewayId(gateways.get(gateways.size() - 1).id()).build(), below(table));
        }
    }

    private void gateway(String of, Subnet subnet) {
        Eip address = new Eip(of, EipArgs.builder().tags(Map.of("Name", of)).build(), below(subnet));
        gateways.add(new NatGateway(of, NatGatewayArgs.builder().subnetId(subnet.id()).allocationId(address.allocationId())
                .tags(Map.of("Name", of)).build(), below(subnet)));
    }

    private static CustomResourceOptions below(Resource parent) {
        return CustomResourceOptions.builder().parent(parent).build();
    }
}
