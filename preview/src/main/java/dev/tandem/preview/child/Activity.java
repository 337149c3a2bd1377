package dev.tandem.preview.child;

import java.time.Duration;

/** When a child process was last heard of, and what it said. Thread-safe. */
public final class Activity {

    private volatile long lastNanos = System.nanoTime();
    private volatile String last = "nothing";

    /** Notes a sign of life, such as {@code request RegisterResource}. */
    public void heard(String what) {
        last = what;
        lastNanos = System.nanoTime();
    }

    /** What was heard last; {@code nothing} at first. */
    public String last() {
        return last;
    }

    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastNanos);
    }
}
