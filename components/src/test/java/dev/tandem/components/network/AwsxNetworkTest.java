package dev.tandem.components.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.testing.RecordedDeployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The network by awsx: what the provider is asked for, and what it cannot do. */
class AwsxNetworkTest {

    private static final List<String> ZONES = List.of("eu-central-1a", "eu-central-1b");

    private static NetworkPlan plan(Egress egress, boolean data) {
        return NetworkPlan.of(new NetworkArgs("eu-central-1", "111122223333", Ipv4Cidr.parse("10.20.0.0/16"), ZONES, 1, egress,
                Set.of(), data, Optional.empty()));
    }

    private static RecordedDeployment declared(Egress egress, boolean data) {
        return RecordedDeployment.of("eu-central-1", ctx -> new AwsxNetwork("network", plan(egress, data), ComponentResourceOptions.Empty));
    }

    @Test
    void asksForTheSameRangesAsTandemsOwnNetwork() {
        var vpc = declared(Egress.NAT_SINGLE, true).get("awsx:ec2:Vpc", "network");
        assertThat(vpc.inputs())
                .containsEntry("cidrBlock", "10.20.0.0/16")
                .containsEntry("availabilityZoneNames", ZONES)
                .containsEntry("subnetStrategy", "Auto")
                .containsEntry("natGateways", Map.of("strategy", "Single"))
                .containsEntry("enableDnsHostnames", true);
        NetworkPlan own = plan(Egress.NAT_SINGLE, true);
        assertThat((List<?>) vpc.inputs().get("subnetSpecs")).isEqualTo(List.of(
                spec("Public", "public", own, SubnetPlan.Kind.PUBLIC), spec("Private", "private", own, SubnetPlan.Kind.PRIVATE),
                spec("Isolated", "data", own, SubnetPlan.Kind.DATA)));
    }

    private static Map<String, Object> spec(String type, String name, NetworkPlan plan, SubnetPlan.Kind kind) {
        return Map.of("type", type, "name", name,
                "cidrBlocks", plan.subnets(kind).stream().map(subnet -> subnet.cidr().toString()).toList());
    }

    @Test
    void gatewaysFollowTheWayOut() {
        assertThat(declared(Egress.ISOLATED, false).get("awsx:ec2:Vpc", "network").inputs().get("natGateways"))
                .isEqualTo(Map.of("strategy", "None"));
        assertThat(declared(Egress.NAT_PER_AZ, false).get("awsx:ec2:Vpc", "network").inputs().get("natGateways"))
                .isEqualTo(Map.of("strategy", "OnePerAz"));
    }

    @Test
    void theDefaultSecurityGroupLetsNothingThrough() {
        assertThat(declared(Egress.ISOLATED, false).get("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "network-default").inputs())
                .doesNotContainKeys("ingress", "egress");
    }

    @Test
    void refusesWhatItsSubnetsCannotDo() {
        assertThat(NetworkModule.AWSX.problem(Egress.ENDPOINTS, false))
                .isEqualTo("another way out than endpoints, one of [isolated, nat-single, nat-per-az]: subnets of awsx.ec2.Vpc have"
                        + " no IPv6 range, which endpoints leave by");
        assertThat(NetworkModule.AWSX.problem(Egress.ISOLATED, true))
                .isEqualTo("a network that the stack makes: awsx.ec2.Vpc makes one, and a VPC is adopted");
        assertThat(NetworkModule.AWSX.problem(Egress.NAT_SINGLE, false)).isNull();
        assertThat(NetworkModule.TANDEM.problem(Egress.ENDPOINTS, true)).isNull();
        assertThatThrownBy(() -> NetworkModule.of("terraform"))
                .hasMessage("found the network module \"terraform\", expected one of [tandem, awsx]");
    }
}
