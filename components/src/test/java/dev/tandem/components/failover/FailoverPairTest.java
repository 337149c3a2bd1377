package dev.tandem.components.failover;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.components.testing.RecordedDeployment.Registration;
import dev.tandem.requirements.Covers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailoverPairTest {

    private static final String CHECK = "aws:route53/healthCheck:HealthCheck";
    private static final String RECORD = "aws:route53/record:Record";
    private static final String ROUTE = "aws:ec2/route:Route";

    private static RecordedDeployment declare(String region, String cidr, Optional<PeerOutputs> peer) {
        RecordedDeployment deployment = RecordedDeployment.of(region, ctx -> {
            Provider own = new Provider("own", ProviderArgs.builder().region(region).build());
            new FailoverPair("pair", FoundationFixture.in(region, cidr), PairFixtures.args(), peer,
                    ComponentResourceOptions.builder().providers(own).build());
        });
        assertThat(deployment.result().errors()).isEmpty();
        return deployment;
    }

    private static RecordedDeployment secondary() {
        return declare("eu-west-1", "10.30.0.0/16", Optional.of(PairFixtures.peer()));
    }

    @Test
    @Covers(value = "R3.3", evidence = Covers.Evidence.SIMULATED)
    void thePrimaryOnlyReplicatesItsOwnImages() {
        RecordedDeployment primary = declare("eu-central-1", "10.20.0.0/16", Optional.empty());

        assertThat(primary.ofType("aws:ecr/replicationConfiguration:ReplicationConfiguration")).singleElement()
                .satisfies(replication -> {
            assertThat(replication.provider()).contains("::own::");
            assertThat(replication.inputs()).isEqualTo(Map.of("replicationConfiguration", Map.of("rules", List.of(Map.of(
                    "destinations", List.of(Map.of("region", "eu-west-1", "registryId", FoundationFixture.ACCOUNT)),
                    "repositoryFilters", List.of(Map.of("filterType", "PREFIX_MATCH", "filter", "tandem/prod/")))))));
        });
    }

    @Test
    void everyChildHasThePairAsParent() {
        RecordedDeployment deployment = secondary();
        assertThat(deployment.custom()).hasSizeGreaterThan(60).allSatisfy(child -> assertThat(child.typeChain()).as(child.urn())
                .first().isEqualTo(FailoverPair.TYPE));
        assertThat(deployment.ofType("pulumi:providers:aws")).extracting(Registration::name).contains("own", "pair-primary");
    }

    @Test
    void onlyTheAcceptanceAndTwoRoutesAreMadeInThePrimarysRegion() {
        RecordedDeployment deployment = secondary();
        assertThat(deployment.get("pulumi:providers:aws", "pair-primary").inputs())
                .containsEntry("region", "eu-central-1");
        assertThat(deployment.custom()).filteredOn(child -> child.provider().contains("::pair-primary::"))
                .extracting(Registration::name)
                .containsExactlyInAnyOrder("pair-peering-accepted", "pair-to-secondary-0", "pair-to-secondary-1");
        assertThat(deployment.custom()).filteredOn(child -> !child.provider().contains("::pair-primary::"))
                .allSatisfy(child -> assertThat(child.provider()).as(child.urn()).contains("::own::"));
    }

    @Test
    @Covers(value = "R1.2", evidence = Covers.Evidence.SIMULATED)
    void answersWithThePrimaryUntilItsCheckFails() {
        RecordedDeployment deployment = secondary();
        assertThat(deployment.get(RECORD, "pair-primary-record").inputs())
                .containsEntry("name", "api.tandem.example.com")
                .containsEntry("setIdentifier", "eu-central-1")
                .containsEntry("weightedRoutingPolicies", List.of(Map.of("weight", 100.0)))
                .containsEntry("healthCheckId", "id-of-pair-primary")
                .containsEntry("aliases", List.of(Map.of("name", "alb.eu-central-1.example.com", "zoneId", "ZALBce",
                        "evaluateTargetHealth", false)));
        assertThat(deployment.get(RECORD, "pair-secondary-record").inputs())
                .containsEntry("weightedRoutingPolicies", List.of(Map.of("weight", 0.0)))
                .containsEntry("healthCheckId", "id-of-pair-secondary-edge")
                .containsEntry("aliases", List.of(Map.of("name", "alb.eu-west-1.example.com", "zoneId", "ZALBwe",
                        "evaluateTargetHealth", false)));
    }

    @Test
    @Covers(value = "R1.2", evidence = Covers.Evidence.SIMULATED)
    void thePrimaryServesOnlyWhenItAnswersAndNobodyTookOver() {
        RecordedDeployment deployment = secondary();
        assertThat(deployment.get(CHECK, "pair-primary").inputs())
                .containsEntry("type", "CALCULATED").containsEntry("childHealthThreshold", 2.0)
                .containsEntry("childHealthchecks", List.of("id-of-pair-primary-edge", "id-of-pair-takeover"));
        assertThat(deployment.get(CHECK, "pair-primary-edge").inputs())
                .containsEntry("type", "HTTPS").containsEntry("fqdn", "alb.eu-central-1.example.com")
                .containsEntry("requestInterval", 30.0).containsEntry("failureThreshold", 3.0)
                .containsEntry("resourcePath", "/api/auth/healthz");
        assertThat(deployment.get(CHECK, "pair-takeover").inputs())
                .containsEntry("type", "CLOUDWATCH_METRIC").containsEntry("cloudwatchAlarmRegion", "eu-west-1")
                .containsEntry("cloudwatchAlarmName", "tandem-prod-takeover")
                .containsEntry("insufficientDataHealthStatus", "LastKnownStatus");
        assertThat(deployment.get("aws:cloudwatch/metricAlarm:MetricAlarm", "pair-takeover").inputs())
                .containsEntry("statistic", "Maximum").containsEntry("period", 60.0)
                .doesNotContainKeys("extendedStatistic", "metricQueries");
    }

    @Test
    @Covers(value = "R1.3", evidence = Covers.Evidence.DESIGNED)
    void routesBothWaysThroughTheAcceptedPeering() {
        RecordedDeployment deployment = secondary();
        assertThat(deployment.get("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "pair-peering").inputs())
                .containsEntry("vpcId", "vpc-we").containsEntry("peerVpcId", "vpc-ce")
                .containsEntry("peerRegion", "eu-central-1").containsEntry("autoAccept", false);
        assertThat(deployment.ofType(ROUTE))
                .extracting(route -> route.text("routeTableId") + " to " + route.text("destinationCidrBlock"))
                .containsExactlyInAnyOrder("rtb-a-we to 10.20.0.0/16", "rtb-b-we to 10.20.0.0/16",
                        "rtb-a-ce to 10.30.0.0/16", "rtb-b-ce to 10.30.0.0/16");
    }

    @Test
    void withoutPeerOnlyTheSecondarysOwnThingsAreThere() {
        RecordedDeployment alone = declare("eu-west-1", "10.30.0.0/16", Optional.empty());
        assertThat(alone.ofType("aws:sfn/stateMachine:StateMachine")).isEmpty();
        assertThat(alone.ofType(RECORD)).isEmpty();
        assertThat(alone.ofType("aws:ec2/vpcPeeringConnection:VpcPeeringConnection")).isEmpty();
        assertThat(alone.ofType("aws:dynamodb/table:Table")).extracting(Registration::name)
                .containsExactlyInAnyOrder("pair-control", "pair-endpoints");
        assertThat(alone.get("aws:dynamodb/table:Table", "pair-endpoints").inputs()).doesNotContainKey("replicas");
    }

    @Test
    void refusesARegionThatIsNeitherOfTheTwo() {
        RecordedDeployment deployment = RecordedDeployment.of("eu-north-1", ctx -> new FailoverPair("pair",
                FoundationFixture.in("eu-north-1", "10.40.0.0/16"), PairFixtures.args(), Optional.empty(),
                ComponentResourceOptions.Empty));
        assertThat(deployment.result().exceptions()).extracting(Throwable::getMessage).anyMatch(message -> message.contains(
                "this stack's region is eu-north-1, which is neither the primary eu-central-1 nor the secondary eu-west-1 of"
                        + " the pair"));
    }
}
