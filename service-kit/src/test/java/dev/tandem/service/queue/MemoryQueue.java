package dev.tandem.service.queue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** A queue and its dead letters in memory. What is received {@link #TRIES} times and given back is a dead letter. */
final class MemoryQueue implements SqsClient {

    static final String QUEUE = "queue";
    static final String DEAD_LETTERS = "dead-letters";
    static final int TRIES = 3;

    private final Map<String, BlockingDeque<String>> waiting =
            Map.of(QUEUE, new LinkedBlockingDeque<>(), DEAD_LETTERS, new LinkedBlockingDeque<>());
    private final Map<String, String> received = new ConcurrentHashMap<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();

    /** Bodies that wait in a queue. */
    List<String> waiting(String queue) {
        return List.copyOf(waiting.get(queue));
    }

    /** Bodies that were received, and neither given back nor deleted. */
    List<String> received() {
        return List.copyOf(received.values());
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        tries.remove(request.messageBody());
        waiting.get(request.queueUrl()).add(request.messageBody());
        return SendMessageResponse.builder().build();
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        try {
            String body = waiting.get(request.queueUrl()).poll(20, TimeUnit.MILLISECONDS);
            if (body == null) {
                return ReceiveMessageResponse.builder().messages(List.of()).build();
            }
            String handle = request.queueUrl() + "/" + body;
            received.put(handle, body);
            return ReceiveMessageResponse.builder().messages(Message.builder().messageId(body).receiptHandle(handle).body(body)
                    .attributes(Map.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, Integer.toString(tries.merge(body, 1, Integer::sum))))
                    .build()).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
        if (request.visibilityTimeout() == 0) {
            String body = received.remove(request.receiptHandle());
            waiting.get(tries.get(body) < TRIES ? QUEUE : DEAD_LETTERS).add(body);
        }
        return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        received.remove(request.receiptHandle());
        return DeleteMessageResponse.builder().build();
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        return GetQueueAttributesResponse.builder().attributes(Map.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                Integer.toString(waiting.get(request.queueUrl()).size()))).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
