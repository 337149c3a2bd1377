package dev.tandem.policy.pack;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** Looks, while rules run, whether one is late. One thread for all packs of a process; it rests while nothing runs. */
final class RuleWatch {

    private static final long INTERVAL_MILLIS = 50;

    private final Set<RuleBatch<?>> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers;
    private volatile boolean resting = true;
    private Thread thread;

    /** @param workers go on with the rules after a late one */
    RuleWatch(ExecutorService workers) {
        this.workers = workers;
    }

    void add(RuleBatch<?> batch) {
        running.add(batch);
        if (resting) {
            wake();
        }
    }

    void remove(RuleBatch<?> batch) {
        running.remove(batch);
    }

    private synchronized void wake() {
        resting = false;
        if (thread == null) {
            thread = new Thread(this::watch, "rule-watch");
            thread.setDaemon(true);
            thread.start();
        }
        notifyAll();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(INTERVAL_MILLIS);
                running.forEach(batch -> batch.giveUpIfLate(workers));
                restWhileNothingRuns();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void restWhileNothingRuns() throws InterruptedException {
        // First the mark, then the look: a batch that comes in between sees the one or is seen by the other.
        resting = true;
        if (!running.isEmpty()) {
            resting = false;
        }
        while (resting) {
            wait();
        }
    }
}
