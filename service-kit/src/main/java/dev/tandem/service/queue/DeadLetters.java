package dev.tandem.service.queue;

import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Messages that failed too often: how many there are, and giving them back once the cause is mended. For operators. */
public final class DeadLetters {

    private final SqsClient sqs;
    private final String deadLettersUrl;
    private final String queueUrl;

    /** Those of a queue. */
    public DeadLetters(SqsClient sqs, String deadLettersUrl, String queueUrl) {
        this.sqs = sqs;
        this.deadLettersUrl = deadLettersUrl;
        this.queueUrl = queueUrl;
    }

    /**
     * Sends messages back to their queue, each before it is deleted here: one that is interrupted in between comes twice, and
     * none is lost. What fails again meanwhile, and is here again, waits for the next time.
     *
     * @param most how many at most
     * @return how many went back
     */
    public int redrive(int most) {
        int there = Integer.parseInt(sqs.getQueueAttributes(get -> get.queueUrl(deadLettersUrl)
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes().get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
        int moved = 0;
        while (moved < Math.min(most, there)) {
            List<Message> messages = sqs.receiveMessage(receive -> receive.queueUrl(deadLettersUrl)
                    .maxNumberOfMessages(1).visibilityTimeout(30).waitTimeSeconds(1)).messages();
            if (messages.isEmpty()) {
                return moved;
            }
            for (Message message : messages) {
                sqs.sendMessage(send -> send.queueUrl(queueUrl).messageBody(message.body()));
                sqs.deleteMessage(delete -> delete.queueUrl(deadLettersUrl).receiptHandle(message.receiptHandle()));
                moved++;
            }
        }
        return moved;
    }
}
