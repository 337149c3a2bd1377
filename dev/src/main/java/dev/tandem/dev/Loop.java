package dev.tandem.dev;

import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A thread that takes turns until it is closed: the next one at once where there was work, else after a pause that doubles as long as
 * there is none. A turn that fails is told of on stderr, and is not the last one.
 */
final class Loop implements AutoCloseable {

    private final long firstPause;
    private final long longestPause;
    private final Turn turn;
    private final Thread thread;
    private volatile boolean running = true;

    /** Looks for work and does it. */
    @FunctionalInterface
    interface Turn {

        /** @return whether there was work, so that there may be more */
        boolean take() throws IOException;
    }

    /**
     * Starts it.
     *
     * @param firstPause   milliseconds, after work
     * @param longestPause milliseconds; the first one again where it should not grow
     */
    Loop(String name, long firstPause, long longestPause, Turn turn) {
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.turn = turn;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes no more turns, and waits for the end of the present one, 5 s at most. */
    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long pause = firstPause;
        while (running) {
            try {
                if (worked()) {
                    pause = firstPause;
                } else {
                    Thread.sleep(pause);
                    pause = Math.min(2 * pause, longestPause);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean worked() {
        try {
            return turn.take();
        } catch (RuntimeException | IOException e) {
            // Whatever it was: without this thread everything that waits for its work would wait for ever.
            System.err.println(thread.getName() + ": " + (e instanceof SdkException || e instanceof IOException ? e.getMessage() : e));
            return false;
        }
    }
}
