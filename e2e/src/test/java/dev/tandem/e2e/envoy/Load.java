package dev.tandem.e2e.envoy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests at a steady rate from a few connections, as an application would send them to its Envoy. Latency counts from the
 * moment a request was due, so that a stall is not hidden by the requests that were not sent (coordinated omission).
 */
public final class Load implements AutoCloseable {

    private final RawClient.Target target;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicLong next = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Long> counted = new ConcurrentSkipListMap<>();
    private final boolean kept;

    /**
     * One answer.
     *
     * @param status HTTP status, 0 when the connection broke
     * @param by     which application answered; empty for none
     * @param nanos  from when it was due
     */
    public record Answer(int status, String by, long nanos) {}

    /** Starts to send. */
    public Load(RawClient.Target target, int perSecond, int connections) {
        this(target, perSecond, connections, true);
    }

    /** Starts to send for hours: answers are counted, not kept. */
    public static Load counting(RawClient.Target target, int perSecond, int connections) {
        return new Load(target, perSecond, connections, false);
    }

    private Load(RawClient.Target target, int perSecond, int connections, boolean kept) {
        this.target = target;
        this.kept = kept;
        long start = System.nanoTime();
        long interval = 1_000_000_000L / perSecond;
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> send(start, interval), "load");
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /** Sends a number of requests, as fast as the connections allow, and returns the answers. */
    public static List<Answer> burst(RawClient.Target target, int requests, int connections) {
        ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
        AtomicLong left = new AtomicLong(requests);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> {
                try (RawClient client = new RawClient(target)) {
                    while (left.getAndDecrement() > 0) {
                        answers.add(client.get(System.nanoTime()));
                    }
                }
            }, "burst");
            thread.start();
            threads.add(thread);
        }
        threads.forEach(Load::join);
        return List.copyOf(answers);
    }

    /** Answers so far. */
    public int sent() {
        return answers.size();
    }

    /** How often which status came so far. */
    public Map<Integer, Long> statuses() {
        return Map.copyOf(counted);
    }

    /** Stops and returns all answers. */
    public List<Answer> finish() {
        close();
        return List.copyOf(answers);
    }

    @Override
    public void close() {
        running.set(false);
        threads.forEach(Load::join);
    }

    /** How often which status came. */
    public static Map<Integer, Long> statuses(List<Answer> answers) {
        Map<Integer, Long> statuses = new TreeMap<>();
        answers.forEach(answer -> statuses.merge(answer.status(), 1L, Long::sum));
        return statuses;
    }

    /** How many answers came from an application whose name starts so. */
    public static long by(List<Answer> answers, String prefix) {
        return answers.stream().filter(answer -> answer.by().startsWith(prefix)).count();
    }

    /** A percentile of the latency, milliseconds. */
    public static double percentile(List<Answer> answers, double percent) {
        long[] nanos = answers.stream().mapToLong(Answer::nanos).sorted().toArray();
        int index = (int) Math.min(nanos.length - 1, Math.ceil(percent / 100 * nanos.length));
        return Arrays.stream(nanos).skip(index).findFirst().orElse(0) / 1e6;
    }

    private void send(long start, long interval) {
        try (RawClient client = new RawClient(target)) {
            while (running.get()) {
                long due = start + next.getAndIncrement() * interval;
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    java.util.concurrent.locks.LockSupport.parkNanos(wait);
                }
                Answer answer = client.get(due);
                counted.merge(answer.status(), 1L, Long::sum);
                if (kept) {
                    answers.add(answer);
                }
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(120_000);
            if (thread.isAlive()) {
                throw new AssertionError("a load thread did not end within two minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
