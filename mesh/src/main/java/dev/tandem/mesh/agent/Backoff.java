package dev.tandem.mesh.agent;

import java.util.random.RandomGenerator;

/**
 * Pauses of a poll: the interval give or take a fifth, so that tasks that started together do not ask together; after failures
 * twice as long each time, at most twelve times. For one thread.
 */
final class Backoff {

    private static final int MOST = 12;
    private static final double JITTER = 0.2;

    private final long intervalMillis;
    private final RandomGenerator random;
    private int failures;

    Backoff(long intervalMillis, RandomGenerator random) {
        this.intervalMillis = intervalMillis;
        this.random = random;
    }

    void succeeded() {
        failures = 0;
    }

    void failed() {
        failures++;
    }

    /** How long to wait now, milliseconds. At most the interval as long as nothing fails. */
    long next() {
        double times = Math.min(MOST, Math.pow(2, failures));
        return Math.max(1, Math.round(intervalMillis * times * (1 - JITTER * random.nextDouble())));
    }
}
