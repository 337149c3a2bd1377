package dev.tandem.service.queue;

import dev.tandem.service.context.Traces;
import dev.tandem.service.observe.RedMetrics;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Reads a queue with a few threads. What takes longer than the visibility timeout is kept invisible meanwhile; what fails comes
 * again after a wait that grows and varies; what fails too often the queue itself moves to its dead letters.
 */
public final class QueueConsumer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueueConsumer.class);
    private static final int LONGEST_BACKOFF = 60;

    private final SqsClient sqs;
    private final String queueUrl;
    private final MessageHandler handler;
    private final Traces traces;
    private final RedMetrics metrics;
    private final Settings settings;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final CountDownLatch reading;
    private final ScheduledExecutorService extender = Executors.newScheduledThreadPool(1, work -> {
        Thread thread = new Thread(work, "visibility");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * How it reads.
     *
     * @param threads           messages at once
     * @param visibilitySeconds how long a message stays invisible without a sign of life
     * @param waitSeconds       long polling, 0 to 20
     * @param backoffSeconds    first wait of what failed; doubles
     */
    public record Settings(int threads, int visibilitySeconds, int waitSeconds, int backoffSeconds) {

        /** 4 threads, 30 s, 20 s, 2 s. */
        public static Settings usual() {
            return new Settings(4, 30, 20, 2);
        }
    }

    private QueueConsumer(SqsClient sqs, String queueUrl, MessageHandler handler, Traces traces, RedMetrics metrics, Settings settings) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.handler = handler;
        this.traces = traces;
        this.metrics = metrics;
        this.settings = settings;
        this.reading = new CountDownLatch(settings.threads());
    }

    /** Starts to read. */
    public static QueueConsumer start(SqsClient sqs, String queueUrl, MessageHandler handler, Traces traces, RedMetrics metrics,
            Settings settings) {
        QueueConsumer consumer = new QueueConsumer(sqs, queueUrl, handler, traces, metrics, settings);
        for (int i = 0; i < settings.threads(); i++) {
            new Thread(consumer::read, "queue-" + i).start();
        }
        return consumer;
    }

    /** Reads no more, and waits until what it has is done, 25 s in all at most (5 s more than it polls); what is not comes again elsewhere. */
    @Override
    public void close() {
        running.set(false);
        try {
            if (!reading.await(settings.waitSeconds() + 5L, TimeUnit.SECONDS)) {
                LOG.warn("{} of {} readers did not end in {} s: what they handle is not done yet, and comes again", reading.getCount(),
                        settings.threads(), settings.waitSeconds() + 5L);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        extender.shutdownNow();
    }

    private void read() {
        try {
            while (running.get()) {
                receive();
            }
        } finally {
            reading.countDown();
        }
    }

    private void receive() {
        try {
            List<Message> messages = sqs.receiveMessage(receive -> receive.queueUrl(queueUrl)
                    .maxNumberOfMessages(1)
                    .waitTimeSeconds(settings.waitSeconds())
                    .visibilityTimeout(settings.visibilitySeconds())
                    .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)).messages();
            messages.forEach(this::take);
        } catch (RuntimeException | Error e) {
            LOG.warn("the queue cannot be read: {}", e instanceof SdkException ? e.getMessage() : e.toString());
            pause(1_000);
        }
    }

    private void take(Message message) {
        long start = System.nanoTime();
        String outcome = "failed";
        try {
            handle(message);
            sqs.deleteMessage(delete -> delete.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
            outcome = "done";
        } catch (PoisonException e) {
            outcome = "poison";
            LOG.atError().addKeyValue("messageId", message.messageId()).addKeyValue("tries", tries(message)).log("poison: {}", e.getMessage());
            keep(message, 0);
        } catch (RuntimeException | Error e) {
            // An Error too, or this message takes its reader with it, and then the next one, while the service says that it is ready.
            int wait = backoff(tries(message));
            LOG.atWarn().addKeyValue("messageId", message.messageId()).addKeyValue("tries", tries(message)).addKeyValue("againInSeconds", wait)
                    .log("a message failed: {}", e.toString());
            keep(message, wait);
        } finally {
            metrics.received(outcome, (System.nanoTime() - start) / 1e9);
        }
    }

    /** Has it handled, invisible meanwhile and no longer: what becomes of it afterwards, its outcome says. */
    private void handle(Message message) {
        long half = settings.visibilitySeconds() * 500L;
        ScheduledFuture<?> extension = extender.scheduleAtFixedRate(
                () -> keep(message, settings.visibilitySeconds()), half, half, TimeUnit.MILLISECONDS);
        try {
            Envelope envelope = Envelope.parse(message.body());
            traces.entering("message " + envelope.type(), SpanKind.CONSUMER, envelope::header, span -> {
                handler.handle(envelope);
                LOG.atInfo().addKeyValue("type", envelope.type()).addKeyValue("id", envelope.id()).log("message done");
                return null;
            });
        } finally {
            extension.cancel(false);
        }
    }

    private int backoff(int tries) {
        long most = Math.min(LONGEST_BACKOFF, (long) settings.backoffSeconds() << Math.min(tries - 1, 10));
        return (int) (most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    private static int tries(Message message) {
        return Integer.parseInt(message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
    }

    private void keep(Message message, int seconds) {
        try {
            sqs.changeMessageVisibility(change -> change.queueUrl(queueUrl).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds));
        } catch (SdkException e) {
            LOG.warn("a message's visibility could not be changed: {}", e.getMessage());
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
