package dev.tandem.components.program;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Lets a program wait for the engine without burning a processor. The Pulumi Java SDK (seen in 1.36.1, class
 * {@code DeploymentImpl.DefaultRunner}) asks in a loop without any pause whether its tasks are done, and writes all of
 * them out as text in every turn: one core is busy for as long as the program runs, be it minutes for a database. The SDK
 * offers no setting, but it shows every turn to its logger, and a filter of that logger may take its time.
 */
public final class WaitLoop {

    /** The time between two looks; what it adds to a program's run is at most this. */
    static final Duration PAUSE = Duration.ofMillis(40);

    /** How the SDK's message of each turn begins. */
    static final String TURN = "Remaining tasks [";

    /** Held here, for the JVM forgets a logger, and its filter with it, that nobody refers to. */
    private static final Logger SDK = Logger.getLogger("com.pulumi.deployment.internal.DeploymentImpl");

    private WaitLoop() {}

    /**
     * Call it first thing in the program's callback: before, the SDK sets its logger's level itself. Calling it again
     * changes nothing. Messages below {@link Level#INFO} are then not logged by this logger any more; the engine gets
     * its messages as before.
     */
    public static void pause() {
        SDK.setFilter(filter(WaitLoop::sleep));
        SDK.setLevel(Level.FINEST);
    }

    static Filter filter(Runnable pause) {
        return message -> {
            if (isTurn(message)) {
                pause.run();
            }
            return message.getLevel().intValue() >= Level.INFO.intValue();
        };
    }

    private static boolean isTurn(LogRecord message) {
        return message.getLevel() == Level.FINEST && message.getMessage().startsWith(TURN);
    }

    /** The loop runs on the pool that all the program's tasks share: the pool may start another thread meanwhile. */
    private static void sleep() {
        try {
            ForkJoinPool.managedBlock(new ForkJoinPool.ManagedBlocker() {
                private boolean slept;

                @Override
                public boolean block() throws InterruptedException {
                    Thread.sleep(PAUSE.toMillis());
                    slept = true;
                    return true;
                }

                @Override
                public boolean isReleasable() {
                    return slept;
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
