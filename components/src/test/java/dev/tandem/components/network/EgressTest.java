package dev.tandem.components.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.components.network.SubnetPlan.Kind;
import dev.tandem.components.service.SecurityGroupPlan;
import dev.tandem.components.service.ServiceFixtures;
import dev.tandem.components.service.TrafficEdge.Peer;
import dev.tandem.components.testing.Golden;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ways out: what each plans, and which doors services open for it. */
class EgressTest {

    private static final List<String> ZONES = List.of("eu-central-1a", "eu-central-1b", "eu-central-1c");

    static NetworkPlan plan(Egress egress, ExistingNetwork existing) {
        return NetworkPlan.of(new NetworkArgs("eu-central-1", "111122223333", Ipv4Cidr.parse("10.20.0.0/16"), ZONES, 2, egress,
                Set.of("sqs", "events"), existing == null, Optional.ofNullable(existing)));
    }

    @ParameterizedTest
    @EnumSource(Egress.class)
    void theWholeNetworkIsWhatTheGoldenFileSays(Egress egress) {
        Golden.assertMatches("network-" + egress.text() + ".json", plan(egress, null));
    }

    @Test
    @Covers("R7.1")
    void endpointsServeTheUsualCallersAndIsolatedOnesAllOfThem() {
        assertThat(plan(Egress.ENDPOINTS, null).interfacePolicies()).containsOnlyKeys("ecr.api", "ecr.dkr", "logs", "ssm");
        assertThat(plan(Egress.ISOLATED, null).interfacePolicies())
                .containsOnlyKeys("ecr.api", "ecr.dkr", "events", "logs", "sqs", "ssm", "xray");
        assertThat(plan(Egress.NAT_SINGLE, null).interfacePolicies()).isEmpty();
        assertThat(plan(Egress.NAT_PER_AZ, null).gatewayPolicies()).containsOnlyKeys("s3", "dynamodb");
    }

    /** Names that debug sessions call have no IPv6. */
    @Test
    @Covers("R7.1")
    void debugSessionsGetEndpointsWhereThereIsNoRouteByIpv4() {
        assertThat(debugged(Egress.ENDPOINTS)).containsExactly("ecr.api", "ecr.dkr", "kms", "logs", "ssm", "ssmmessages");
        assertThat(debugged(Egress.ISOLATED)).contains("kms", "ssmmessages", "xray");
        assertThat(debugged(Egress.NAT_SINGLE)).isEmpty();
    }

    private static Set<String> debugged(Egress egress) {
        return NetworkPlan.of(new NetworkArgs("eu-central-1", "111122223333", Ipv4Cidr.parse("10.20.0.0/16"), ZONES, 1, egress,
                Set.of("kms", "ssmmessages"), false, Optional.empty())).interfacePolicies().keySet();
    }

    @Test
    void natGatewaysStandInOneZoneOrInEach() {
        assertThat(plan(Egress.NAT_SINGLE, null).natZones()).containsExactly("eu-central-1a");
        assertThat(plan(Egress.NAT_PER_AZ, null).natZones()).isEqualTo(ZONES);
        assertThat(plan(Egress.ENDPOINTS, null).natZones()).isEmpty();
    }

    @Test
    @Covers("R8.3")
    void servicesOpenTheDoorsOfTheirWayOutOnly() {
        assertThat(out(Egress.ENDPOINTS)).contains(Peer.ENDPOINTS, Peer.IPV6_OUT).doesNotContain(Peer.IPV4_OUT);
        assertThat(out(Egress.ISOLATED)).contains(Peer.ENDPOINTS).doesNotContain(Peer.IPV4_OUT, Peer.IPV6_OUT);
        assertThat(out(Egress.NAT_SINGLE)).contains(Peer.IPV4_OUT).doesNotContain(Peer.ENDPOINTS);
    }

    private static List<Peer> out(Egress egress) {
        return SecurityGroupPlan.own(ServiceFixtures.persona(), egress).stream().map(edge -> edge.peer()).toList();
    }

    private static ExistingNetwork existing(String cidr) {
        return new ExistingNetwork("vpc-1", Map.of(
                        ZONES.get(0), new ExistingNetwork.Subnet("subnet-a", Ipv4Cidr.parse("10.20.8.0/21"), "rtb-1"),
                        ZONES.get(1), new ExistingNetwork.Subnet("subnet-b", Ipv4Cidr.parse(cidr), "rtb-1"),
                        ZONES.get(2), new ExistingNetwork.Subnet("subnet-c", Ipv4Cidr.parse("10.20.24.0/21"), "rtb-1")),
                Map.of(ZONES.get(0), "subnet-d", ZONES.get(1), "subnet-e", ZONES.get(2), "subnet-f"),
                Optional.of(new ExistingNetwork.Endpoints("sg-1", "pl-1", "pl-2")));
    }

    @Test
    @Covers("R12.3")
    void anAdoptedNetworkKeepsItsSubnetsAndItsEndpoints() {
        NetworkPlan plan = plan(Egress.NAT_PER_AZ, existing("10.20.16.0/21"));
        assertThat(plan.subnets(Kind.PRIVATE)).extracting(subnet -> subnet.cidr().toString())
                .containsExactly("10.20.8.0/21", "10.20.16.0/21", "10.20.24.0/21");
        assertThat(plan.natZones()).isEmpty();
        assertThat(plan.interfacePolicies()).isEmpty();
        assertThat(plan.gatewayPolicies()).isEmpty();
    }

    @Test
    void anAdoptedSubnetLiesInTheVpcAndSharesNothing() {
        assertThatThrownBy(() -> plan(Egress.ENDPOINTS, existing("10.21.0.0/21"))).hasMessageContaining(
                "existing.privateSubnets.eu-central-1b is \"10.21.0.0/21\", expected a part of 10.20.0.0/16, the range of vpc-1");
        assertThatThrownBy(() -> plan(Egress.ENDPOINTS, existing("10.20.12.0/22"))).hasMessageContaining(
                "existing.privateSubnets.eu-central-1b is \"10.20.12.0/22\", expected no address of 10.20.8.0/21 in eu-central-1a");
    }
}
