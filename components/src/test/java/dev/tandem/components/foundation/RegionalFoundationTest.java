package dev.tandem.components.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.components.testing.RecordedDeployment.Registration;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegionalFoundationTest {

    private static RecordedDeployment primary;
    private static RecordedDeployment secondary;

    /** Not in static initialisers: the program runs in another thread, which would wait for this class for ever. */
    @BeforeAll
    static void deploy() {
        primary = deploy(FoundationSamples.primary());
        secondary = deploy(FoundationSamples.secondary());
    }

    private static RecordedDeployment deploy(FoundationArgs.Builder builder) {
        FoundationArgs args = builder.build();
        RecordedDeployment deployment = RecordedDeployment.of(args.network().region(), ctx -> {
            Provider provider = new Provider("the-region",
                    ProviderArgs.builder().region(args.network().region()).build());
            new RegionalFoundation("foundation", args, ComponentResourceOptions.builder().providers(provider).build());
        });
        deployment.result().throwOnError();
        return deployment;
    }

    @Test
    @Covers("R1.1")
    void everyResourceIsAChildAndUsesTheRegionsProvider() {
        for (RecordedDeployment deployment : List.of(primary, secondary)) {
            assertThat(deployment.custom()).hasSizeGreaterThan(50).allSatisfy(resource -> {
                assertThat(resource.typeChain().get(0)).as(resource.urn()).isEqualTo(RegionalFoundation.TYPE);
                assertThat(resource.provider()).as(resource.urn()).contains("pulumi:providers:aws::the-region::");
            });
        }
    }

    @Test
    @Covers("R7.1")
    void hasEndpointsAndNoNat() {
        assertThat(primary.ofType("aws:ec2/natGateway:NatGateway")).isEmpty();
        assertThat(primary.ofType("aws:ec2/vpcEndpoint:VpcEndpoint"))
                .extracting(endpoint -> endpoint.text("vpcEndpointType") + " " + endpoint.text("serviceName"))
                .containsExactlyInAnyOrder(
                        "Gateway com.amazonaws.eu-central-1.s3", "Gateway com.amazonaws.eu-central-1.dynamodb",
                        "Interface com.amazonaws.eu-central-1.ecr.api", "Interface com.amazonaws.eu-central-1.ecr.dkr",
                        "Interface com.amazonaws.eu-central-1.logs", "Interface com.amazonaws.eu-central-1.ssm");
        assertThat(endpoint("ssm").inputs().get("subnetIds")).isEqualTo(List.of("id-of-foundation-network-private-a"));
        assertThat(endpoint("s3").inputs().get("routeTableIds")).isEqualTo(
                List.of("id-of-foundation-network-private-a", "id-of-foundation-network-private-b"));
    }

    @Test
    void privateSubnetsGoOutByIpv6Only() {
        List<Registration> routes = primary.ofType("aws:ec2/route:Route");
        assertThat(routes).filteredOn(route -> route.inputs().containsKey("gatewayId"))
                .extracting(route -> route.text("routeTableId")).containsExactly("id-of-foundation-network-public");
        assertThat(routes).filteredOn(route -> route.inputs().containsKey("egressOnlyGatewayId"))
                .allSatisfy(route -> assertThat(route.text("destinationIpv6CidrBlock")).isEqualTo("::/0")).hasSize(2);
        assertThat(primary.get("aws:ec2/subnet:Subnet", "foundation-network-private-b").text("ipv6CidrBlock"))
                .isEqualTo("2a05:d014:1b2:4301::/64");
    }

    @Test
    @Covers("R8.3")
    void theDefaultSecurityGroupIsClosed() {
        Map<String, Object> inputs =
                primary.ofType("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").get(0).inputs();
        assertThat(inputs).doesNotContainKeys("ingress", "egress");
    }

    @Test
    @Covers(value = "R4.1", evidence = Covers.Evidence.DESIGNED)
    void servicesFindEachOtherUnderSvcLocal() {
        assertThat(primary.ofType("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace").get(0).text("name"))
                .isEqualTo("svc.local");
    }

    @Test
    @Covers("R3.1")
    void theClusterHasFargateAndItsSpotCapacity() {
        assertThat(primary.ofType("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders").get(0).inputs()
                .get("capacityProviders")).isEqualTo(List.of("FARGATE", "FARGATE_SPOT"));
    }

    @Test
    void imagesCannotBeReplacedAndAreScannedAndEncrypted() {
        assertThat(primary.ofType("aws:ecr/repository:Repository")).hasSize(4).allSatisfy(repository -> {
            assertThat(repository.text("imageTagMutability")).isEqualTo("IMMUTABLE");
            assertThat(repository.inputs())
                    .containsEntry("imageScanningConfiguration", Map.of("scanOnPush", true))
                    .containsEntry("encryptionConfigurations",
                            List.of(Map.of("encryptionType", "KMS", "kmsKey", "arn:of:foundation-key")));
        });
    }

    @Test
    @Covers("R8.5")
    void theSecondaryRecordsAllRegionsValidatedAndEncrypted() {
        assertThat(primary.ofType("aws:cloudtrail/trail:Trail")).isEmpty();
        assertThat(secondary.ofType("aws:cloudtrail/trail:Trail").get(0).inputs())
                .containsEntry("isMultiRegionTrail", true)
                .containsEntry("enableLogFileValidation", true)
                .containsEntry("includeGlobalServiceEvents", true)
                .containsEntry("kmsKeyId", "arn:of:foundation-key")
                .containsEntry("s3BucketName", "tandem-prod-eu-west-1-trail-111122223333");
    }

    @Test
    @Covers("R7.3")
    void theBudgetCountsThisRegionAndTellsTopicAndMail() {
        Map<String, Object> budget = primary.ofType("aws:budgets/budget:Budget").get(0).inputs();
        assertThat(budget).containsEntry("limitAmount", "111.86").containsEntry("limitUnit", "USD");
        assertThat(budget.get("costFilters"))
                .isEqualTo(List.of(Map.of("name", "Region", "values", List.of("eu-central-1"))));
        assertThat((List<?>) budget.get("notifications")).hasSize(5).allSatisfy(notification ->
                assertThat(notification.toString()).contains("arn:of:foundation-alerts").contains("oncall@tandem.example"));
        assertThat((List<?>) budget.get("notifications")).extracting(n -> ((Map<?, ?>) n).get("notificationType") + " "
                + ((Map<?, ?>) n).get("threshold")).containsExactly(
                        "ACTUAL 50.0", "ACTUAL 80.0", "ACTUAL 100.0", "FORECASTED 80.0", "FORECASTED 100.0");
    }

    private static Registration endpoint(String service) {
        return primary.get("aws:ec2/vpcEndpoint:VpcEndpoint", "foundation-endpoints-" + service);
    }
}
