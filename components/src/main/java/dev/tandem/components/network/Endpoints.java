package dev.tandem.components.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
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
 * VPC endpoints: how tasks reach AWS without a NAT. S3 and DynamoDB by gateway, free; ECR, logs and SSM by interface,
 * paid by the hour for each zone.
 */
public final class Endpoints extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:network:Endpoints";

    private final Optional<ExistingNetwork.Endpoints> existing;
    private final Optional<SecurityGroup> group;
    private final Map<String, VpcEndpoint> gateways = new LinkedHashMap<>();

    /** Declares what the plan says, in a network made from the same plan. */
    public Endpoints(String name, String region, NetworkPlan plan, NetworkIds network, ComponentResourceOptions options) {
        super(TYPE, name, options);
        CustomResourceOptions child = CustomResourceOptions.builder().parent(this).build();
        this.existing = plan.existing().flatMap(ExistingNetwork::endpoints);
        this.group = plan.interfacePolicies().isEmpty() ? Optional.empty() : Optional.of(new SecurityGroup(name,
                SecurityGroupArgs.builder()
                        .vpcId(network.vpcId())
                        .description("Interface endpoints: HTTPS from the private subnets")
                        .build(), child));
        group.ifPresent(made -> plan.endpointRules().forEach(rule -> rule.create(made.id(), child)));
        plan.gatewayPolicies().forEach((service, policy) -> gateways.put(service, new VpcEndpoint(
                name + "-" + service, VpcEndpointArgs.builder()
                        .vpcId(network.vpcId())
                        .vpcEndpointType("Gateway")
                        .serviceName("com.amazonaws." + region + "." + service)
                        .routeTableIds(Output.all(network.privateRouteTableIds()))
                        .policy(policy)
                        .build(), child)));
        List<Output<String>> subnets = network.of(plan.subnets(Kind.PRIVATE).stream()
                .filter(subnet -> plan.endpointZones().contains(subnet.zone()))
                .toList());
        plan.interfacePolicies().forEach((service, policy) -> new VpcEndpoint(
                name + "-" + service.replace('.', '-'), VpcEndpointArgs.builder()
                        .vpcId(network.vpcId())
                        .vpcEndpointType("Interface")
                        .serviceName("com.amazonaws." + region + "." + service)
                        .privateDnsEnabled(true)
                        .subnetIds(Output.all(subnets))
                        .securityGroupIds(group.orElseThrow().id().applyValue(List::of))
                        .policy(policy)
                        .build(), child));
        registerOutputs(Map.of("securityGroupId", securityGroupId()));
    }

    /** Security group of the interface endpoints; an empty text where there are none. */
    public Output<String> securityGroupId() {
        return group.map(SecurityGroup::id)
                .orElseGet(() -> Output.of(existing.map(ExistingNetwork.Endpoints::securityGroupId).orElse("")));
    }

    /**
     * AWS-managed prefix list of a service with a gateway endpoint.
     *
     * @param service {@code s3} or {@code dynamodb}
     */
    public Output<String> prefixListId(String service) {
        return existing.map(given -> Output.of(service.equals("s3") ? given.s3PrefixListId() : given.dynamodbPrefixListId()))
                .orElseGet(() -> gateways.get(service).prefixListId());
    }
}
