package dev.tandem.dev;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits, never for ever. */
final class Wait {

    private Wait() {}

    /** @throws DevException with what was heard last, when it is not so within the limit */
    static void within(Duration limit, String what, BooleanSupplier so, Supplier<String> lastHeard) {
        long until = System.nanoTime() + limit.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new DevException(what + " was not ready within " + limit.toSeconds() + " s. It wrote last:\n" + lastHeard.get());
            }
            pause(100);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevException("interrupted");
        }
    }
}
