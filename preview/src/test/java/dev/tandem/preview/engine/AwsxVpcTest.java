package dev.tandem.preview.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
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

    static Value text(String text) {
        return new Value.Text(text);
    }

    static Value spec(String type, String name, String... ranges) {
        return Values.of(Map.of("type", type, "name", name, "cidrBlocks", List.of(ranges)));
    }

    static RegisterResourceRequest vpc(String strategy, Value... specs) {
        Map<String, Value> args = new LinkedHashMap<>();
        args.put("cidrBlock", text("10.20.0.0/16"));
        args.put("subnetStrategy", text("Auto"));
        args.put("availabilityZoneNames", Values.of(List.of("eu-west-1a", "eu-west-1b")));
        args.put("subnetSpecs", Values.of(List.of(specs)));
        if (!strategy.isEmpty()) {
            args.put("natGateways", Values.of(Map.of("strategy", strategy)));
        }
        return RegisterResourceRequest.newBuilder().setType("awsx:ec2:Vpc").setName("net").setRemote(true)
                .putProviders("aws", "urn:pulumi:s::p::pulumi:providers:aws::aws-eu-west-1::id")
                .setObject(StructEncoder.encode(args)).build();
    }

    /** The same with one argument said otherwise. */
    static RegisterResourceRequest with(RegisterResourceRequest vpc, String argument, Value value) {
        Map<String, Value> args = new LinkedHashMap<>(StructDecoder.decode(vpc.getObject()));
        args.put(argument, value);
        return vpc.toBuilder().setObject(StructEncoder.encode(args)).build();
    }

    static Value with(Value spec, String key, Value value) {
        Map<String, Value> fields = new LinkedHashMap<>(((Value.Fields) spec).values());
        fields.put(key, value);
        return new Value.Fields(fields);
    }

    static Value.Fields fields(String name, Value value) {
        return new Value.Fields(Map.of(name, value));
    }

    static final Value[] BOTH = {
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

    private RegisterResourceRequest child(String type, String name) {
        return made.stream().filter(child -> child.getType().equals(type) && child.getName().equals(name)).findFirst().orElseThrow();
    }

    private Map<String, Value> tags(String type, String name) {
        return ((Value.Fields) StructDecoder.decode(child(type, name).getObject()).get("tags")).values();
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
        RegisterResourceRequest subnet = child("aws:ec2/subnet:Subnet", "net-public-2");
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
        assertThat(child("aws:ec2/route:Route", "net-private-2").getPropertyDependenciesMap().get("natGatewayId").getUrnsList())
                .containsExactly("aws:ec2/natGateway:NatGateway net-2");
    }

    @Test
    void gatewaysWithoutAStrategyAreOneInEachZone() {
        expand(with(vpc("", BOTH), "natGateways", new Value.Fields(Map.of())));
        assertThat(names("aws:ec2/natGateway:NatGateway")).containsExactly("net-1", "net-2");
        made.clear();
        expand(with(vpc("", BOTH), "natGateways", fields("strategy", new Value.Null())));
        assertThat(names("aws:ec2/natGateway:NatGateway")).containsExactly("net-1", "net-2");
    }

    @Test
    void aStrategyIsReadInAnyCase() {
        for (String perZone : List.of("onePerAZ", "oneperaz")) {
            made.clear();
            assertThat(AwsxVpc.knows(vpc(perZone, BOTH))).isTrue();
            expand(vpc(perZone, BOTH));
            assertThat(names("aws:ec2/natGateway:NatGateway")).as(perZone).containsExactly("net-1", "net-2");
        }
        made.clear();
        expand(vpc("SINGLE", BOTH));
        assertThat(names("aws:ec2/natGateway:NatGateway")).containsExactly("net-1");
        assertThat(AwsxVpc.knows(vpc("TwoPerAz", BOTH))).isFalse();
    }

    @Test
    void aZoneWithTwoPublicSubnetsHasOneGateway() {
        expand(vpc("OnePerAz", BOTH[0], BOTH[1], spec("Public", "edge", "10.20.40.0/24", "10.20.104.0/24")));
        assertThat(names("aws:ec2/natGateway:NatGateway")).containsExactly("net-1", "net-2");
        assertThat(names("aws:ec2/eip:Eip")).containsExactly("net-1", "net-2");
        assertThat(child("aws:ec2/natGateway:NatGateway", "net-1").getParent()).isEqualTo("aws:ec2/subnet:Subnet net-public-1");
        assertThat(names("aws:ec2/route:Route")).contains("net-public-1", "net-edge-1", "net-edge-2");
    }

    @Test
    void theTagsOfASubnetAreItsOwnOnly() {
        Value tagged = with(BOTH[0], "tags", Values.of(Map.of("tier", "app", "Name", "mine")));
        expand(with(vpc("None", tagged, BOTH[1]), "tags", fields("team", text("shop"))));
        assertThat(tags("aws:ec2/subnet:Subnet", "net-private-2")).containsOnly(Map.entry("tier", text("app")),
                Map.entry("team", text("shop")), Map.entry("Name", text("net-private-2")), Map.entry("SubnetType", text("Private")));
        assertThat(tags("aws:ec2/subnet:Subnet", "net-public-2")).doesNotContainKey("tier");
        assertThat(tags("aws:ec2/routeTable:RouteTable", "net-private-2")).doesNotContainKey("tier");
    }

    @Test
    void aGivenNameIsThatOfTheVpcAndItsInternetGateway() {
        expand(with(vpc("Single", BOTH), "tags", fields("Name", text("shop"))));
        assertThat(tags("aws:ec2/vpc:Vpc", "net")).containsExactly(Map.entry("Name", text("shop")));
        assertThat(tags("aws:ec2/internetGateway:InternetGateway", "net")).containsExactly(Map.entry("Name", text("shop")));
        assertThat(tags("aws:ec2/subnet:Subnet", "net-public-1")).containsEntry("Name", text("net-public-1"));
        assertThat(tags("aws:ec2/natGateway:NatGateway", "net-1")).containsEntry("Name", text("net-1"));
        made.clear();
        expand(vpc("None", BOTH));
        assertThat(tags("aws:ec2/vpc:Vpc", "net")).containsExactly(Map.entry("Name", text("net")));
    }

    @Test
    void whatTheVpcItselfTakesIsHandedOn() {
        RegisterResourceRequest vpc = with(with(vpc("None", BOTH), "instanceTenancy", text("dedicated")),
                "enableNetworkAddressUsageMetrics", new Value.Bool(true));
        assertThat(AwsxVpc.knows(vpc)).isTrue();
        expand(vpc);
        assertThat(StructDecoder.decode(child("aws:ec2/vpc:Vpc", "net").getObject())).containsEntry("instanceTenancy", text("dedicated"))
                .containsEntry("enableNetworkAddressUsageMetrics", new Value.Bool(true));
    }
}
