package dev.tandem.policy.transport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Looks whether the reading thread of some connection is late with what it does beside reading, and has another one read
 * on. It looks often while there is something to do, and rests soon after; a busy connection need not wake it for each
 * call. Thread-safe.
 */
final class TurnWatch {

    /** Longer than almost every call takes. */
    private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long INTERVAL_MILLIS = 2;
    private static final int LOOKS_BEFORE_REST = 100;

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean resting = true;
    private Thread thread;

    void add(Connection connection) {
        connections.add(connection);
    }

    void remove(Connection connection) {
        connections.remove(connection);
    }

    /** To be called after a turn has begun. */
    void look() {
        if (resting) {
            wake();
        }
    }

    private synchronized void wake() {
        resting = false;
        if (thread == null) {
            thread = new Thread(this::watch, "turn-watch");
            thread.setDaemon(true);
            thread.start();
        }
        notifyAll();
    }

    private void watch() {
        try {
            int idle = 0;
            while (true) {
                Thread.sleep(INTERVAL_MILLIS);
                boolean busy = false;
                for (Connection connection : connections) {
                    busy |= connection.isBusy();
                    connection.replaceIfLate(LATE_NANOS);
                }
                idle = busy ? 0 : idle + 1;
                if (idle >= LOOKS_BEFORE_REST) {
                    idle = 0;
                    rest();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void rest() throws InterruptedException {
        // First the mark, then the look: a turn that begins in between sees the one or is seen by the other.
        resting = true;
        for (Connection connection : connections) {
            if (connection.isBusy()) {
                resting = false;
            }
        }
        while (resting) {
            wait();
        }
    }
}
