package dev.tandem.components.network;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.awsx.ec2.Vpc;
import com.pulumi.awsx.ec2.VpcArgs;
import com.pulumi.awsx.ec2.enums.NatGatewayStrategy;
import com.pulumi.awsx.ec2.enums.SubnetAllocationStrategy;
import com.pulumi.awsx.ec2.enums.SubnetType;
import com.pulumi.awsx.ec2.inputs.NatGatewayConfigurationArgs;
import com.pulumi.awsx.ec2.inputs.SubnetSpecArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.network.SubnetPlan.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network of a plan, put together by {@code awsx.ec2.Vpc}. The ranges are those of {@link Network}, so that services, peering
 * and endpoints do not see a difference; the default security group is emptied here, which awsx leaves as AWS makes it.
 */
public final class AwsxNetwork extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:network:AwsxNetwork";

    /** Where the classes of the resources are that awsx refers to. */
    private static final String REFERENCED = "com.pulumi.aws.ec2";

    private final NetworkPlan plan;
    private final Vpc vpc;

    /**
     * Declares what the plan says.
     *
     * @throws IllegalArgumentException when the plan's way out needs IPv6 or it adopts a network
     */
    public AwsxNetwork(String name, NetworkPlan plan, ComponentResourceOptions options) {
        super(TYPE, name, options);
        String problem = NetworkModule.AWSX.problem(plan.egress(), plan.existing().isPresent());
        if (problem != null) {
            throw new IllegalArgumentException("network " + name + " is made by awsx, expected " + problem);
        }
        this.plan = plan;
        ReferencedTypes.areIn(REFERENCED);
        this.vpc = new Vpc(name, args(plan), ComponentResourceOptions.builder().parent(this).build());
        new DefaultSecurityGroup(name + "-default", DefaultSecurityGroupArgs.builder().vpcId(vpc.vpcId()).build(),
                CustomResourceOptions.builder().parent(this).build());
        registerOutputs(Map.of("vpcId", vpc.vpcId()));
    }

    private static VpcArgs args(NetworkPlan plan) {
        List<SubnetSpecArgs> specs = new ArrayList<>();
        for (Kind kind : kinds(plan)) {
            specs.add(SubnetSpecArgs.builder()
                    .type(type(kind))
                    .name(kind.text())
                    .cidrBlocks(plan.subnets(kind).stream().map(subnet -> subnet.cidr().toString()).toList())
                    .build());
        }
        return VpcArgs.builder()
                .cidrBlock(plan.cidr().toString())
                .availabilityZoneNames(plan.subnets(Kind.PUBLIC).stream().map(SubnetPlan::zone).toList())
                .subnetStrategy(SubnetAllocationStrategy.Auto)
                .subnetSpecs(specs)
                .natGateways(NatGatewayConfigurationArgs.builder().strategy(nat(plan.egress())).build())
                .enableDnsHostnames(true)
                .enableDnsSupport(true)
                .build();
    }

    /** The order in which awsx makes the subnets of a zone, whatever order it is given. */
    private static List<Kind> kinds(NetworkPlan plan) {
        return List.of(Kind.PUBLIC, Kind.PRIVATE, Kind.DATA).stream().filter(kind -> !plan.subnets(kind).isEmpty()).toList();
    }

    private static SubnetType type(Kind kind) {
        return switch (kind) {
            case PUBLIC -> SubnetType.Public;
            case PRIVATE -> SubnetType.Private;
            case DATA -> SubnetType.Isolated;
        };
    }

    private static NatGatewayStrategy nat(Egress egress) {
        return switch (egress) {
            case NAT_SINGLE -> NatGatewayStrategy.Single;
            case NAT_PER_AZ -> NatGatewayStrategy.OnePerAz;
            default -> NatGatewayStrategy.None;
        };
    }

    /** Its identifiers. */
    public NetworkIds ids() {
        Map<String, Output<String>> subnets = new LinkedHashMap<>();
        each(Kind.PUBLIC, vpc.publicSubnetIds(), subnets);
        each(Kind.PRIVATE, vpc.privateSubnetIds(), subnets);
        each(Kind.DATA, vpc.isolatedSubnetIds(), subnets);
        List<Output<String>> tables = new ArrayList<>();
        List<Kind> kinds = kinds(plan);
        for (int zone = 0; zone < plan.subnets(Kind.PRIVATE).size(); zone++) {
            int index = zone * kinds.size() + kinds.indexOf(Kind.PRIVATE);
            tables.add(vpc.routeTables().apply(all -> all.get(index).id()));
        }
        return new NetworkIds(vpc.vpcId(), subnets, tables);
    }

    private void each(Kind kind, Output<List<String>> ids, Map<String, Output<String>> into) {
        List<SubnetPlan> subnets = plan.subnets(kind);
        for (int i = 0; i < subnets.size(); i++) {
            int index = i;
            into.put(subnets.get(i).name(), ids.applyValue(all -> all.get(index)));
        }
    }
}
