package dev.tandem.components.failover;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the survivor keeps ready, as it is declared. */
class SurvivorTest {

    private static RecordedDeployment secondary;
    private static RecordedDeployment primary;

    @BeforeAll
    static void declare() {
        secondary = declare("eu-west-1", "10.30.0.0/16", Optional.of(PairFixtures.peer()), true);
        primary = declare("eu-central-1", "10.20.0.0/16", Optional.empty(), true);
    }

    private static RecordedDeployment declare(String region, String cidr, Optional<PeerOutputs> peer, boolean automatic) {
        FailoverArgs usual = PairFixtures.args();
        FailoverArgs args = new FailoverArgs(usual.primaryRegion(), usual.secondaryRegion(), usual.domain(), usual.host(), 160,
                40, usual.check(), usual.services(), automatic, true, usual.tags());
        RecordedDeployment deployment = RecordedDeployment.of(region, ctx -> {
            Provider own = new Provider("own", ProviderArgs.builder().region(region).build());
            new FailoverPair("pair", FoundationFixture.in(region, cidr), args, peer,
                    ComponentResourceOptions.builder().providers(own).build());
        });
        assertThat(deployment.result().errors()).isEmpty();
        return deployment;
    }

    @Test
    @Covers(value = "R1.2", evidence = Evidence.SIMULATED)
    void theTakeoverStartsByItselfWhenTheProbeIsUnanswered() {
        assertThat(secondary.get("aws:cloudwatch/metricAlarm:MetricAlarm", "pair-unreachable").inputs())
                .containsEntry("metricName", "PrimaryReachable").containsEntry("evaluationPeriods", 3.0)
                .containsEntry("treatMissingData", "breaching").containsEntry("comparisonOperator", "LessThanThreshold");
        assertThat(secondary.get("aws:cloudwatch/eventRule:EventRule", "pair-takeover-starts").text("eventPattern"))
                .contains("arn:aws:cloudwatch:eu-west-1:111122223333:alarm:tandem-prod-primary-unreachable")
                .contains("\"value\":[\"ALARM\"]");
        assertThat(secondary.get("aws:cloudwatch/eventTarget:EventTarget", "pair-takeover-starts").inputs())
                .containsEntry("arn", "arn:of:pair-takeover")
                .containsEntry("input", "{\"automatic\":true,\"requestedBy\":\"alarm tandem-prod-primary-unreachable\"}");
    }

    @Test
    void theTakeoverWaitsForAnOperatorWhenItIsNotAutomatic() {
        RecordedDeployment byHand = declare("eu-west-1", "10.30.0.0/16", Optional.of(PairFixtures.peer()), false);
        assertThat(byHand.ofType("aws:cloudwatch/eventRule:EventRule")).extracting(RecordedDeployment.Registration::name)
                .doesNotContain("pair-takeover-starts").contains("pair-probe");
        assertThat(byHand.ofType("aws:sfn/stateMachine:StateMachine")).hasSize(2);
    }

    @Test
    @Covers(value = {"R9.2", "R9.5"}, evidence = Evidence.SIMULATED)
    void eventsGoToTheOtherRegionAndNeverComeBack() {
        assertThat(primary.get("aws:cloudwatch/eventTarget:EventTarget", "pair-events-forward").inputs())
                .containsEntry("arn", "arn:aws:events:eu-west-1:111122223333:event-bus/tandem-prod")
                .containsEntry("deadLetterConfig", Map.of("arn", "arn:aws:sqs:eu-central-1:111122223333:tandem-prod-undelivered"));
        assertThat(secondary.get("aws:cloudwatch/eventTarget:EventTarget", "pair-events-forward").text("arn"))
                .isEqualTo("arn:aws:events:eu-central-1:111122223333:event-bus/tandem-prod");
        for (RecordedDeployment side : List.of(primary, secondary)) {
            String region = side == primary ? "eu-central-1" : "eu-west-1";
            var pattern = JsonParser.parseString(
                    side.get("aws:cloudwatch/eventRule:EventRule", "pair-events-forward").text("eventPattern")).getAsJsonObject();
            assertThat(pattern.getAsJsonArray("region")).singleElement()
                    .satisfies(only -> assertThat(only.getAsString()).isEqualTo(region));
            assertThat(side.get("aws:cloudwatch/metricAlarm:MetricAlarm", "pair-events-undelivered").text("metricName"))
                    .isEqualTo("ApproximateNumberOfMessagesVisible");
        }
    }

    @Test
    @Covers(value = {"R9.5", "R4.4"}, evidence = Evidence.SIMULATED)
    void bothRegionsWriteTheirEndpointsIntoOneGlobalTable() {
        assertThat(secondary.get("aws:dynamodb/table:Table", "pair-endpoints").inputs())
                .containsEntry("streamViewType", "NEW_AND_OLD_IMAGES")
                .containsEntry("replicas", List.of(Map.of("regionName", "eu-central-1", "kmsKeyArn", PairFixtures.KEY,
                        "pointInTimeRecovery", true, "propagateTags", true)));
        for (RecordedDeployment side : List.of(primary, secondary)) {
            assertThat(side.get("aws:cloudwatch/eventRule:EventRule", "pair-endpoints-changes").text("eventPattern"))
                    .contains("ECS Task State Change");
            assertThat(side.get("aws:cloudwatch/eventRule:EventRule", "pair-endpoints-repair").text("scheduleExpression"))
                    .isEqualTo("rate(5 minutes)");
        }
    }

    @Test
    void functionsRunAMaintainedRuntimeUnderTheCustomerKey() {
        assertThat(secondary.ofType("aws:lambda/function:Function")).hasSize(5).allSatisfy(function ->
                assertThat(function.inputs()).containsEntry("runtime", "python3.13")
                        .containsEntry("reservedConcurrentExecutions", 2.0)
                        .containsEntry("architectures", List.of("arm64"))
                        .containsEntry("deadLetterConfig",
                                Map.of("targetArn", "arn:aws:sqs:eu-west-1:111122223333:tandem-prod-undelivered"))
                        .containsKey("kmsKeyArn"));
        assertThat(secondary.get("aws:lambda/function:Function", "pair-observe").inputs().get("environment").toString())
                .contains("alb.eu-central-1.example.com").contains("alb.eu-west-1.example.com");
    }

    @Test
    void everyRuleThatCallsAFunctionIsNamedInItsPermission() {
        assertThat(secondary.ofType("aws:lambda/permission:Permission")).extracting(permission -> permission.text("statementId"))
                .containsExactlyInAnyOrder("pair-endpoints-changes", "pair-endpoints-repair", "pair-probe");
    }

    @Test
    void theFailbackFindsTheRecordsInTheControlTable() {
        JsonObject settings = JsonParser.parseString(secondary.get("aws:dynamodb/tableItem:TableItem", "pair-settings").text("item"))
                .getAsJsonObject();
        assertThat(settings.keySet()).containsExactly("pk", "primaryAlb", "primaryAlbZone", "primaryCheck", "primaryWeight",
                "survivorAlb", "survivorAlbZone", "survivorCheck", "survivorWeight", "zoneId");
        assertThat(settings.get("primaryWeight")).hasToString("{\"S\":\"160\"}");
        assertThat(settings.get("survivorWeight")).hasToString("{\"S\":\"40\"}");
    }
}
