package dev.tandem.cli;

import dev.tandem.ops.OperationRefusedException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Waits between looks at something that goes on by itself. */
final class Pause {

    private Pause() {}

    /**
     * Waits so many seconds.
     *
     * @param goesOn what becomes of it when somebody interrupts, for the message
     */
    static IntConsumer or(String goesOn) {
        return seconds -> {
            try {
                TimeUnit.SECONDS.sleep(seconds);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new OperationRefusedException("interrupted; " + goesOn);
            }
        };
    }
}
