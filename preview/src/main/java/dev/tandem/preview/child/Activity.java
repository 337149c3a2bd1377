package dev.tandem.preview.child;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** When a child process was last heard of, and what it said. Thread-safe. */
public final class Activity {

    private volatile long lastNanos = System.nanoTime();
    private volatile String last = "nothing";
    private final AtomicInteger owed = new AtomicInteger();

    /** Notes a sign of life, such as {@code request RegisterResource}. */
    public void heard(String what) {
        last = what;
        lastNanos = System.nanoTime();
    }

    /** What was heard last; {@code nothing} at first. */
    public String last() {
        return last;
    }

    /** Notes that the process now waits for our answer; until {@link #answered} it is not silent. */
    public void waitsForUs() {
        owed.incrementAndGet();
    }

    /** Notes that it got the answer. */
    public void answered() {
        lastNanos = System.nanoTime();
        owed.decrementAndGet();
    }

    Duration silence() {
        return owed.get() > 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastNanos);
    }
}
