package dev.tandem.components.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.Golden;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import org.junit.jupiter.api.Test;

/** From a table's stream to the bus, as it is planned and declared. */
@Covers(value = "R9.2", evidence = Covers.Evidence.DESIGNED)
class OutboxTest {

    private static final FunctionRoles ROLES = new FunctionRoles(
            "tandem", "prod", "eu-west-1", FoundationFixture.ACCOUNT, FoundationFixture.BOUNDARY);
    private static final String MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";

    private static RecordedDeployment declared() {
        return RecordedDeployment.of("eu-west-1", context -> {
            var own = FoundationFixture.in("eu-west-1", "10.30.0.0/16");
            var options = ComponentResourceOptions.builder().build();
            EventExchange exchange = new EventExchange("events", own, ExchangePlan.of(ROLES, "eu-central-1"), options);
            Outbox outbox = new Outbox("orders-outbox", own, "orders", exchange, options);
            outbox.reads("orders-outbox", own, Output.of("arn:of:stream"));
            Outbox.readsReplica("orders-outbox-replica", own, "eu-central-1", "orders", Output.of("arn:of:replica"),
                    CustomResourceOptions.builder().parent(outbox).build());
        });
    }

    @Test
    void isWhatTheGoldenFileSays() {
        Golden.assertMatches("outbox-plan.json", OutboxPlan.of(ROLES, "orders"));
    }

    @Test
    void eachRegionsFunctionGetsWhatItsOwnRegionWrote() {
        RecordedDeployment deployment = declared();
        assertThat(deployment.result().errors()).isEmpty();
        var here = deployment.get(MAPPING, "orders-outbox");
        var there = deployment.get(MAPPING, "orders-outbox-replica");
        assertThat(here.text("filterCriteria")).contains("\"writtenIn\":{\"S\":[\"eu-west-1\"]}", "\"prefix\":\"outbox#\"", "INSERT");
        assertThat(there.text("filterCriteria")).contains("\"writtenIn\":{\"S\":[\"eu-central-1\"]}");
        assertThat(there.text("functionName")).isEqualTo("arn:aws:lambda:eu-central-1:111122223333:function:tandem-prod-orders-outbox");
        assertThat(there.text("destinationConfig")).contains("arn:aws:sqs:eu-central-1:111122223333:tandem-prod-undelivered");
    }

    @Test
    void nothingIsGivenUpBeforeTheStreamForgetsIt() {
        assertThat(declared().ofType(MAPPING)).hasSize(2).allSatisfy(mapping -> assertThat(mapping.inputs())
                .containsEntry("maximumRetryAttempts", -1.0)
                .containsEntry("startingPosition", "TRIM_HORIZON")
                .containsEntry("parallelizationFactor", 1.0)
                .doesNotContainKey("maximumRecordAgeInSeconds"));
    }

    @Test
    void eventsThatWaitAreToldOfLongBeforeTheStreamForgetsThem() {
        var alarm = declared().get("aws:cloudwatch/metricAlarm:MetricAlarm", "orders-outbox");
        assertThat(alarm.inputs()).containsEntry("metricName", "IteratorAge").containsEntry("statistic", "Maximum")
                .containsEntry("period", 300.0).containsEntry("evaluationPeriods", 2.0).containsEntry("threshold", 600_000.0);
        assertThat(alarm.text("dimensions")).contains("tandem-prod-orders-outbox");
        assertThat(alarm.text("alarmDescription")).contains("docs/runbooks/dead-letters.md");
        assertThat(alarm.text("alarmActions")).contains("alarms");
    }

    @Test
    void anOutboxNeedsATable() {
        assertThatThrownBy(() -> MeshServiceArgs.builder("orders").team("t").image("tandem/prod/orders:1.0.0")
                .sidecarImages("tandem/prod/envoy:1.40.0", "tandem/prod/collector:0.45.1").outbox(true).build())
                .hasMessage("service orders has an outbox and no table: expected table: true, since an outbox is items of the service's own"
                        + " table, written in the transaction that they tell of");
    }
}
