package dev.tandem.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.auth.SignUpSaga;
import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Stands in for the rule that starts the relay's state machine ({@code SagaRelay}), since rules of the simulator reach queues and
 * no machines: does for each event what that machine does. The saga itself is run by the simulator.
 */
public final class LocalRelay implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SqsClient sqs;
    private final SfnClient machines;
    private final String queueUrl;
    private final String machineArn;
    private final Loop loop;

    /** Starts it. */
    public LocalRelay(Simulator aws, String queueUrl, String machineArn) {
        this.sqs = aws.client(SqsClient.builder());
        this.machines = aws.client(SfnClient.builder());
        this.queueUrl = queueUrl;
        this.machineArn = machineArn;
        this.loop = new Loop("relay", 50, 400, this::relayAll);
    }

    @Override
    public void close() {
        loop.close();
    }

    private boolean relayAll() throws IOException {
        List<Message> messages = sqs.receiveMessage(receive -> receive.queueUrl(queueUrl).maxNumberOfMessages(10).waitTimeSeconds(0)).messages();
        for (Message message : messages) {
            relay(MAPPER.readTree(message.body()));
            sqs.deleteMessage(delete -> delete.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
        }
        return !messages.isEmpty();
    }

    private void relay(JsonNode event) {
        JsonNode detail = event.path("detail");
        JsonNode data = detail.path("data");
        String token = data.path("taskToken").asText();
        try {
            switch (event.path("detail-type").asText()) {
                case SignUpSaga.STARTED_BY -> machines.startExecution(start -> start.stateMachineArn(machineArn)
                        .name(data.path("signUpId").asText()).input(detail.toString()));
                case "CommandSucceeded" -> machines.sendTaskSuccess(send -> send.taskToken(token).output(data.path("output").asText()));
                case "CommandFailed" -> machines.sendTaskFailure(send -> send.taskToken(token)
                        .error(data.path("error").asText()).cause(data.path("cause").asText()));
                default -> System.err.println("relay: an event that it does not know: " + event.path("detail-type"));
            }
        } catch (ExecutionAlreadyExistsException | TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
            // It came twice, or too late; the machine goes to "Ignored" then.
        }
    }
}
