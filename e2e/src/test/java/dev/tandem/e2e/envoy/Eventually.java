package dev.tandem.e2e.envoy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for something that takes its time, with a limit that is far beyond what it should take. */
public final class Eventually {

    private static final long PAUSE_MILLIS = 50;

    private Eventually() {}

    /**
     * Asks again and again.
     *
     * @param problem what is still wrong; empty when all is well
     * @throws AssertionError with the last problem, after {@code limit}
     */
    public static void within(Duration limit, Supplier<Optional<String>> problem) {
        long until = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<String> last = problem.get();
            if (last.isEmpty()) {
                return;
            }
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("still after " + limit.toSeconds() + " s: " + last.get());
            }
            pause(PAUSE_MILLIS);
        }
    }

    /** Waits a while. */
    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
