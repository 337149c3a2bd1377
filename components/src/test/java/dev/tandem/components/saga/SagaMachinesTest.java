package dev.tandem.components.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.Golden;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A saga's machines, as they are planned and declared. */
@Covers(value = "R9.3", evidence = Covers.Evidence.DESIGNED)
class SagaMachinesTest {

    private static final FunctionRoles ROLES = new FunctionRoles(
            "tandem", "prod", "eu-central-1", FoundationFixture.ACCOUNT, FoundationFixture.BOUNDARY);
    private static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:tandem-prod-alarms";
    private static final String MACHINE = "{\"StartAt\":\"Reserve\",\"States\":{\"Reserve\":{\"Type\":\"Task\",\"Parameters\":{\"QueueUrl\":"
            + "\"${queue:auth}\"},\"ResultPath\":null,\"End\":true},\"Stuck\":{\"Type\":\"Fail\",\"Error\":\"SagaStuck\"}}}";
    private static final SagaDocument SAGA = new SagaDocument(
            "sign-up", "SignUpRequested", List.of("auth", "persona"), MACHINE, "{\"Start\":\"${machine}\"}");

    @Test
    void isWhatTheGoldenFileSays() {
        Golden.assertMatches("saga-plan.json", SagaPlan.of(ROLES, "auth", SAGA, TOPIC));
    }

    @Test
    void aStuckSagaTellsBeforeItFails() {
        SagaPlan plan = SagaPlan.of(ROLES, "auth", SAGA, TOPIC);
        assertThat(plan.definition())
                .contains("\"QueueUrl\":\"https://sqs.eu-central-1.amazonaws.com/111122223333/tandem-prod-auth\"", "\"ResultPath\":null")
                .contains("\"StuckForGood\":{\"Type\":\"Fail\",\"Error\":\"SagaStuck\"}")
                .contains("\"Resource\":\"arn:aws:states:::sns:publish\"", TOPIC, "$$.Execution.Id")
                .doesNotContain("${");
        assertThat(plan.relay()).isEqualTo("{\"Start\":\"arn:aws:states:eu-central-1:111122223333:stateMachine:tandem-prod-saga-sign-up\"}");
    }

    /** Whoever else could send these events would have auth and persona work for it. */
    @Test
    void theRelayTakesEventsOfItsOwnRegionFromTheirSendersOnly() {
        assertThat(SagaPlan.of(ROLES, "auth", SAGA, TOPIC).pattern()).isEqualTo("{\"$or\":["
                + "{\"detail-type\":[\"SignUpRequested\"],\"source\":[\"tandem.auth\"]},"
                + "{\"detail-type\":[\"CommandSucceeded\",\"CommandFailed\"],\"source\":[\"tandem.auth\",\"tandem.persona\"]}],"
                + "\"region\":[\"eu-central-1\"]}");
    }

    @Test
    void declaresBothMachinesEncryptedAndTheRule() {
        RecordedDeployment deployment = RecordedDeployment.of("eu-central-1", context -> {
            var own = FoundationFixture.in("eu-central-1", "10.20.0.0/16");
            var options = ComponentResourceOptions.builder().build();
            new SagaMachines("saga-sign-up", own, "auth", SAGA,
                    new EventExchange("events", own, ExchangePlan.of(ROLES, "eu-west-1"), options), options);
        });
        assertThat(deployment.result().errors()).isEmpty();
        assertThat(deployment.ofType("aws:sfn/stateMachine:StateMachine")).hasSize(2).allSatisfy(machine -> {
            assertThat(machine.text("encryptionConfiguration")).contains("CUSTOMER_MANAGED_KMS_KEY");
            assertThat(machine.text("loggingConfiguration")).contains("includeExecutionData=false");
        }).extracting(machine -> machine.text("type")).containsExactlyInAnyOrder("STANDARD", "EXPRESS");
        assertThat(deployment.get("aws:cloudwatch/eventTarget:EventTarget", "saga-sign-up").text("deadLetterConfig"))
                .contains(":tandem-prod-undelivered");
        assertThat(deployment.get("aws:cloudwatch/metricAlarm:MetricAlarm", "saga-sign-up-relay").text("alarmDescription"))
                .contains("docs/runbooks/saga-stuck.md");
    }

    @Test
    void refusesADocumentThatIsNone() {
        assertThatThrownBy(() -> SagaDocument.parse("{\"name\":\"sign-up\"}")).hasMessageContaining("has no \"startedBy\"");
        assertThatThrownBy(() -> SagaPlan.of(ROLES, "auth", new SagaDocument("sign-up", "S", List.of("persona"), MACHINE, "{}"), TOPIC))
                .hasMessage("saga sign-up names ${queue:auth}, expected queues of its participants [persona] only");
    }
}
