package dev.tandem.e2e.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.aws.Moto;
import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.requirements.Covers;
import dev.tandem.service.context.Traces;
import dev.tandem.service.observe.RedMetrics;
import dev.tandem.service.observe.Telemetry;
import dev.tandem.service.queue.MessageHandler;
import dev.tandem.service.queue.QueueConsumer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A message whose work takes longer than its visibility timeout is nobody else's meanwhile. */
@NeedsTools(Tools.MOTO)
class VisibilityTest {

    /** Half of it later it is extended: that may come five seconds late. */
    private static final int VISIBILITY = 12;
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String MESSAGE =
            "{\"detail-type\":\"AccountDeleted\",\"detail\":{\"eventId\":\"e1\",\"data\":{\"accountId\":\"a1\"}}}";

    private static Moto moto;
    private static SqsClient sqs;

    private final List<String> started = new CopyOnWriteArrayList<>();
    private String queue;

    @BeforeAll
    static void start() {
        moto = Moto.start();
        sqs = moto.client(SqsClient.builder(), "eu-central-1");
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            sqs.close();
            moto.close();
        }
    }

    @BeforeEach
    void queue() {
        moto.reset();
        queue = sqs.createQueue(create -> create.queueName("work").attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "30"))).queueUrl();
    }

    @Test
    @Covers(value = "R9.4", evidence = Covers.Evidence.SIMULATED)
    void longWorkIsDoneOnceAlthoughAnotherReads() {
        consuming(envelope -> sleep(VISIBILITY * 1_300L), () -> awaitDone(1));

        assertThat(started).as("the same message, at the reader and at the one beside it").containsExactly("e1");
    }

    @Test
    @Covers(value = "R9.4", evidence = Covers.Evidence.SIMULATED)
    void whatFailedComesAgainAfterItsBackoff() {
        CountDownLatch second = new CountDownLatch(2);
        consuming(envelope -> {
            second.countDown();
            if (second.getCount() > 0) {
                throw new IllegalStateException("not yet");
            }
        }, () -> awaitDone(2));

        assertThat(started).containsExactly("e1", "e1");
    }

    private void consuming(MessageHandler work, Runnable meanwhile) {
        try (OpenTelemetrySdk telemetry = Telemetry.start("test", Optional.empty(), 1);
                QueueConsumer consumer = QueueConsumer.start(sqs, queue, envelope -> {
                    started.add(envelope.id());
                    work.handle(envelope);
                }, new Traces(telemetry), new RedMetrics(telemetry), new QueueConsumer.Settings(2, VISIBILITY, 1, 1))) {
            assertThat(consumer).isNotNull();
            sqs.sendMessage(send -> send.queueUrl(queue).messageBody(MESSAGE));
            meanwhile.run();
        }
    }

    /** The queue counts what is visible and what is not one after the other: what becomes the one meanwhile may be in neither. */
    private void awaitDone(int tries) {
        Eventually.within(LIMIT, () -> started.size() >= tries && messages() == 0 ? Optional.empty()
                : Optional.of(started + " were begun, " + messages() + " messages are in the queue"));
    }

    /** Visible or not. */
    private int messages() {
        Map<QueueAttributeName, String> counts = sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)).attributes();
        return counts.values().stream().mapToInt(Integer::parseInt).sum();
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
