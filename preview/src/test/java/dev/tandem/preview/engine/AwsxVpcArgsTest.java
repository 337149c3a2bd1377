package dev.tandem.preview.engine;

import static dev.tandem.preview.engine.AwsxVpcTest.BOTH;
import static dev.tandem.preview.engine.AwsxVpcTest.fields;
import static dev.tandem.preview.engine.AwsxVpcTest.spec;
import static dev.tandem.preview.engine.AwsxVpcTest.text;
import static dev.tandem.preview.engine.AwsxVpcTest.vpc;
import static dev.tandem.preview.engine.AwsxVpcTest.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.Resource.RegisterResourceRequest;

/** Which {@code awsx:ec2:Vpc} says enough to be expanded, and which is left to its provider. */
class AwsxVpcArgsTest {

    @Test
    void whatIsNotSaidIsNotGuessed() {
        assertThat(AwsxVpc.knows(vpc("None", BOTH))).isTrue();
        assertThat(AwsxVpc.knows(vpc("None", spec("Private", "private", "10.20.0.0/19")))).as("a range for each zone").isFalse();
        assertThat(AwsxVpc.knows(vpc("None"))).as("the provider's own subnets").isFalse();
        assertThat(AwsxVpc.knows(vpc("None", BOTH).toBuilder().setRemote(false).build())).isFalse();
        assertThat(AwsxVpc.knows(vpc("None", BOTH).toBuilder().setType("awsx:ecs:FargateService").build())).isFalse();
    }

    @Test
    void anArgumentThatIsNotHandledIsLeftToTheProvider() {
        RegisterResourceRequest vpc = vpc("None", BOTH);
        for (String argument : List.of("ipv4IpamPoolId", "ipv6CidrBlock", "region", "vpcEndpointSpecs", "numberOfAvailabilityZones")) {
            assertThat(AwsxVpc.knows(with(vpc, argument, text("x")))).as(argument).isFalse();
            assertThat(AwsxVpc.knows(with(vpc, argument, new Value.Null()))).as(argument + " not said").isTrue();
        }
        assertThat(AwsxVpc.knows(with(vpc, "tags", new Value.Unknown()))).as("tags").isFalse();
        assertThat(AwsxVpc.knows(vpc("None", with(BOTH[0], "size", new Value.Num(512)), BOTH[1]))).as("spec key").isFalse();
        assertThat(AwsxVpc.knows(vpc("None", with(BOTH[0], "tags", new Value.Unknown()), BOTH[1]))).as("spec tags").isFalse();
    }

    @Test
    void subnetsGetIpv6RangesFromTheProviderOnly() {
        assertThat(AwsxVpc.knows(with(vpc("None", BOTH), "assignGeneratedIpv6CidrBlock", new Value.Bool(true)))).isFalse();
        assertThat(AwsxVpc.knows(with(vpc("None", BOTH), "assignGeneratedIpv6CidrBlock", new Value.Bool(false)))).isTrue();
    }

    @Test
    void gatewaysThatTheProviderRefusesOrThatHaveGivenAddressesAreLeftToIt() {
        RegisterResourceRequest vpc = vpc("", BOTH);
        Value address = Values.of(List.of("eipalloc-1"));
        assertThat(AwsxVpc.knows(with(vpc, "natGateways", Values.of(Map.of("strategy", "Single",
                "elasticIpAllocationIds", address))))).as("addresses").isFalse();
        assertThat(AwsxVpc.knows(with(vpc, "natGateways", new Value.Unknown()))).as("unknown").isFalse();
        assertThat(AwsxVpc.knows(with(vpc, "natGateways", fields("strategy", new Value.Unknown())))).as("unknown strategy").isFalse();
        assertThat(AwsxVpc.knows(vpc("Single", BOTH[1]))).as("no private subnet needs one").isFalse();
        assertThat(AwsxVpc.knows(vpc("", BOTH[0]))).as("no public subnet to be in").isFalse();
        assertThat(AwsxVpc.knows(vpc("None", BOTH[0]))).isTrue();
    }

    @Test
    void rangesAreTakenOnlyWithAStrategyThatReadsThem() {
        assertThat(AwsxVpc.knows(with(vpc("None", BOTH), "subnetStrategy", text("Exact")))).isTrue();
        assertThat(AwsxVpc.knows(with(vpc("None", BOTH), "subnetStrategy", text("Legacy")))).isFalse();
        assertThat(AwsxVpc.knows(with(vpc("None", BOTH), "subnetStrategy", new Value.Null()))).as("the default, Legacy").isFalse();
    }
}
