package dev.tandem.preview.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.model.Value;
import dev.tandem.policy.wire.StructDecoder;
import dev.tandem.policy.wire.StructEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.Resource.RegisterResourceRequest;

/** What is inside of {@code awsx:ec2:Vpc}, as its provider makes it. */
class AwsxVpcTest {

    private final List<RegisterResourceRequest> made = new ArrayList<>();

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static Value spec(String type, String name, String... ranges) {
        return new Value.Fields(Map.of("type", text(type), "name", text(name),
                "cidrBlocks", new Value.Items(List.of(ranges).stream().map(AwsxVpcTest::text).toList())));
    }

    private static RegisterResourceRequest vpc(String strategy, Value... specs) {
        Map<String, Value> args = new LinkedHashMap<>();
        args.put("cidrBlock", text("10.20.0.0/16"));
        args.put("availabilityZoneNames", new Value.Items(List.of(text("eu-west-1a"), text("eu-west-1b"))));
        args.put("subnetSpecs", new Value.Items(List.of(specs)));
        if (!strategy.isEmpty()) {
            args.put("natGateways", new Value.Fields(Map.of("strategy", text(strategy))));
        }
        return RegisterResourceRequest.newBuilder().setType("awsx:ec2:Vpc").setName("net").setRemote(true)
                .putProviders("aws", "urn:pulumi:s::p::pulumi:providers:aws::aws-eu-west-1::id")
                .setObject(StructEncoder.encode(args)).build();
    }

    private static final Value[] BOTH = {
        spec("Private", "private", "10.20.0.0/19", "10.20.64.0/19"), spec("Public", "public", "10.20.32.0/21", "10.20.96.0/21"),
    };

    private Map<String, List<String>> expand(RegisterResourceRequest request) {
        return AwsxVpc.expand(request, "urn:component", child -> {
            made.add(child);
            return child.getType() + " " + child.getName();
        });
    }

    private List<String> names(String type) {
        return made.stream().filter(child -> child.getType().equals(type)).map(RegisterResourceRequest::getName).toList();
    }

    @Test
    void zoneByZoneThePublicSubnetComesFirst() {
        Map<String, List<String>> outputs = expand(vpc("None", BOTH));
        assertThat(names("aws:ec2/subnet:Subnet"))
                .containsExactly("net-public-1", "net-private-1", "net-public-2", "net-private-2");
        assertThat(names("aws:ec2/natGateway:NatGateway")).isEmpty();
        assertThat(names("aws:ec2/route:Route")).containsExactly("net-public-1", "net-public-2");
        assertThat(outputs.get("vpcId")).containsExactly("aws:ec2/vpc:Vpc net");
        assertThat(outputs.get("privateSubnetIds"))
                .containsExactly("aws:ec2/subnet:Subnet net-private-1", "aws:ec2/subnet:Subnet net-private-2");
        assertThat(outputs.get("routeTables").get(3)).isEqualTo("aws:ec2/routeTable:RouteTable net-private-2");
    }

    @Test
    void publicSubnetsGiveOutAddressesAndEveryChildHasTheComponentsProvider() {
        expand(vpc("None", BOTH));
        RegisterResourceRequest subnet = made.stream().filter(child -> child.getName().equals("net-public-2")).findFirst().orElseThrow();
        Map<String, Value> inputs = StructDecoder.decode(subnet.getObject());
        assertThat(inputs).containsEntry("mapPublicIpOnLaunch", new Value.Bool(true))
                .containsEntry("cidrBlock", text("10.20.96.0/21"))
                .containsEntry("availabilityZone", text("eu-west-1b"))
                .containsEntry("vpcId", new Value.Unknown());
        assertThat(subnet.getPropertyDependenciesMap().get("vpcId").getUrnsList()).containsExactly("aws:ec2/vpc:Vpc net");
        assertThat(made).allSatisfy(child -> assertThat(child.getProvider()).contains("aws-eu-west-1"));
    }

    @Test
    void gatewaysAreOneForAllOrOneInEachZoneAndThatByDefault() {
        expand(vpc("Single", BOTH));
        assertThat(names("aws:ec2/natGateway:NatGateway")).containsExactly("net-1");
        made.clear();
        expand(vpc("", BOTH));
        assertThat(names("aws:ec2/natGateway:NatGateway")).containsExactly("net-1", "net-2");
        RegisterResourceRequest route = made.stream()
                .filter(child -> child.getType().equals("aws:ec2/route:Route") && child.getName().equals("net-private-2"))
                .findFirst().orElseThrow();
        assertThat(route.getPropertyDependenciesMap().get("natGatewayId").getUrnsList())
                .containsExactly("aws:ec2/natGateway:NatGateway net-2");
    }

    @Test
    void whatIsNotSaidIsNotGuessed() {
        assertThat(AwsxVpc.knows(vpc("None", BOTH))).isTrue();
        assertThat(AwsxVpc.knows(vpc("None", spec("Private", "private", "10.20.0.0/19")))).as("a range for each zone").isFalse();
        assertThat(AwsxVpc.knows(vpc("None"))).as("the provider's own subnets").isFalse();
        assertThat(AwsxVpc.knows(vpc("None", BOTH).toBuilder().setRemote(false).build())).isFalse();
        assertThat(AwsxVpc.knows(vpc("None", BOTH).toBuilder().setType("awsx:ecs:FargateService").build())).isFalse();
    }
}
