package dev.tandem.service.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.requirements.Covers;
import dev.tandem.service.http.Json;
import org.junit.jupiter.api.Test;

class SagaDefinitionTest {

    private static final Saga ORDER = Saga.named("order")
            .step("stock", "ReserveStock", "ReleaseStock").step("payment", "TakePayment", "RefundPayment").finallyDo("stock", "ShipOrder");

    @Test
    @Covers("R9.3")
    void failuresAreUndoneInReverseOrder() throws Exception {
        JsonNode states = Json.MAPPER.readTree(SagaDefinition.of(ORDER, queue -> "https://queues/" + queue, 30)).path("States");

        assertThat(next(states, "ReserveStock")).isEqualTo("TakePayment");
        assertThat(caught(states, "ReserveStock")).isEqualTo("ReleaseStock");
        assertThat(caught(states, "TakePayment")).isEqualTo("RefundPayment");
        assertThat(next(states, "RefundPayment")).isEqualTo("ReleaseStock");
        assertThat(next(states, "ReleaseStock")).isEqualTo("Undone");
        assertThat(next(states, "ShipOrder")).isEqualTo("Done");
        assertThat(caught(states, "ShipOrder")).isEqualTo("Stuck");
        JsonNode step = states.path("TakePayment");
        assertThat(step.path("Resource").asText()).isEqualTo("arn:aws:states:::sqs:sendMessage.waitForTaskToken");
        assertThat(step.path("Parameters").path("QueueUrl").asText()).isEqualTo("https://queues/payment");
        assertThat(step.path("TimeoutSeconds").asInt()).isEqualTo(30);
        assertThat(states.path("Undone").path("Error").asText()).isEqualTo(SagaDefinition.UNDONE);
    }

    @Test
    void whatMayFailComesBeforeWhatCannotBeUndone() {
        assertThatThrownBy(() -> ORDER.step("mail", "SendMail", "UnsendMail"))
                .hasMessage("step SendMail of saga order follows a step that cannot be undone; expected all that may fail before it. Fix: move it up");
        assertThatThrownBy(() -> Saga.named("x").step("a", "DoThis", "DoThis")).hasMessageContaining("is twice in saga x");
        assertThatThrownBy(() -> Saga.named("x").step("a", "do this", "Undo")).hasMessageContaining("expected a name such as ReserveAccount");
    }

    @Test
    void theRelayStartsASagaUnderItsId() throws Exception {
        JsonNode states = Json.MAPPER.readTree(SagaRelay.of("OrderPlaced", "orderId", "arn:machine")).path("States");

        assertThat(states.path("Start").path("Parameters").path("Name.$").asText()).isEqualTo("$.detail.data.orderId");
        assertThat(states.path("Start").path("Catch").path(0).path("ErrorEquals").path(0).asText()).isEqualTo("StepFunctions.ExecutionAlreadyExistsException");
        assertThat(states.path("Which").path("Choices")).hasSize(3);
        assertThat(states.path("Failed").path("Resource").asText()).endsWith("sfn:sendTaskFailure");
    }

    private static String next(JsonNode states, String name) {
        return states.path(name).path("Next").asText();
    }

    private static String caught(JsonNode states, String name) {
        return states.path(name).path("Catch").path(0).path("Next").asText();
    }
}
