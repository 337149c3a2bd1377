package dev.tandem.service.queue;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tandem.requirements.Covers;
import dev.tandem.service.context.Traces;
import dev.tandem.service.observe.RedMetrics;
import dev.tandem.service.observe.Telemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class QueueConsumerTest {

    private static final int LONG = 60;

    private final MemoryQueue queue = new MemoryQueue();
    private final OpenTelemetrySdk telemetry = Telemetry.start("test", Optional.empty(), 1);

    @AfterEach
    void stop() {
        telemetry.close();
    }

    @Test
    void whatIsBeingHandledWhileItStopsIsDoneAndDeletedFirst() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        send("e1");
        QueueConsumer consumer = start(LONG, message -> {
            arrived.countDown();
            await(released);
        });
        await(arrived);

        Thread closing = new Thread(consumer::close, "closing");
        closing.start();
        eventually("it waits", () -> closing.getState() == Thread.State.TIMED_WAITING);
        assertThat(queue.received()).hasSize(1);
        released.countDown();
        closing.join(60_000);

        assertThat(closing.isAlive()).isFalse();
        assertThat(queue.received()).as("not deleted").isEmpty();
        assertThat(queue.waiting(MemoryQueue.QUEUE)).as("given back").isEmpty();
        send("e2");
        assertThat(queue.waiting(MemoryQueue.QUEUE)).as("nobody reads any more").hasSize(1);
    }

    @Test
    @Covers("R9.4")
    void whatFailedForGoodTakesEffectAfterItsCauseIsMendedAndItIsGivenBack() throws InterruptedException {
        AtomicBoolean broken = new AtomicBoolean(true);
        List<String> effects = new CopyOnWriteArrayList<>();
        send("sick");
        send("healthy");
        QueueConsumer consumer = start(message -> {
            if (broken.get() && message.id().equals("sick")) {
                throw new IllegalStateException("the table is away");
            }
            effects.add(message.id());
        });
        try {
            eventually("it is a dead letter", () -> queue.waiting(MemoryQueue.DEAD_LETTERS).size() == 1);
            eventually("others are not held up", () -> effects.equals(List.of("healthy")));

            broken.set(false);
            assertThat(new DeadLetters(queue, MemoryQueue.DEAD_LETTERS, MemoryQueue.QUEUE).redrive(10)).isEqualTo(1);

            eventually("it takes effect", () -> effects.equals(List.of("healthy", "sick")));
            eventually("it is deleted in both", () -> queue.received().isEmpty() && queue.waiting(MemoryQueue.DEAD_LETTERS).isEmpty());
        } finally {
            consumer.close();
        }
    }

    /** Two readers, and more messages than those that end a thread. */
    @Test
    @Covers("R9.4")
    void aMessageThatEndsWithAnErrorIsADeadLetterAndItsReaderGoesOn() throws InterruptedException {
        List<String> effects = new CopyOnWriteArrayList<>();
        QueueConsumer consumer = start(message -> {
            if (message.id().startsWith("deep")) {
                throw new StackOverflowError();
            }
            effects.add(message.id());
        });
        try {
            for (int i = 0; i < 3; i++) {
                send("deep" + i);
            }
            eventually("they are dead letters", () -> queue.waiting(MemoryQueue.DEAD_LETTERS).size() == 3);

            send("healthy");

            eventually("it takes effect", () -> effects.equals(List.of("healthy")));
        } finally {
            consumer.close();
        }
    }

    @Test
    void readersThatDoNotEndAreCountedAsReaders() {
        Logger logger = (Logger) LoggerFactory.getLogger(QueueConsumer.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        send("slow");
        QueueConsumer consumer = start(message -> {
            arrived.countDown();
            await(released);
        });
        try {
            await(arrived);
            consumer.close();
            assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
                    .contains("1 of 2 readers did not end in 5 s: what they handle is not done yet, and comes again");
        } finally {
            released.countDown();
            logger.detachAppender(log);
        }
    }

    private QueueConsumer start(MessageHandler handler) {
        return start(0, handler);
    }

    /** @param waitSeconds what the queue in memory knows nothing of, but {@link QueueConsumer#close} waits five seconds longer */
    private QueueConsumer start(int waitSeconds, MessageHandler handler) {
        return QueueConsumer.start(queue, MemoryQueue.QUEUE, handler, new Traces(telemetry), new RedMetrics(telemetry),
                new QueueConsumer.Settings(2, 30, waitSeconds, 0));
    }

    private void send(String eventId) {
        queue.sendMessage(send -> send.queueUrl(MemoryQueue.QUEUE).messageBody(
                "{\"detail-type\":\"Happened\",\"detail\":{\"eventId\":\"" + eventId + "\",\"data\":{}}}"));
    }

    private static void eventually(String what, BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1_200 && !holds.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(holds.getAsBoolean()).as(what).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).as("something came").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
