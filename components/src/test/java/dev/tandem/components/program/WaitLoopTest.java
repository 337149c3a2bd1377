package dev.tandem.components.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class WaitLoopTest {

    private final AtomicInteger pauses = new AtomicInteger();
    private final Filter filter = WaitLoop.filter(pauses::incrementAndGet);

    @Test
    void everyTurnOfTheLoopPausesOnceAndIsNotLogged() {
        assertThat(filter.isLoggable(new LogRecord(Level.FINEST, "Remaining tasks [2]: {a=[x], b=[y]}"))).isFalse();
        assertThat(filter.isLoggable(new LogRecord(Level.FINEST, "Tasks not done: a"))).isFalse();
        assertThat(filter.isLoggable(new LogRecord(Level.FINEST, "Remaining tasks [1]: {b=[y]}"))).isFalse();

        assertThat(pauses).hasValue(2);
    }

    @Test
    void whatThePersonShouldSeePassesAtOnce() {
        assertThat(filter.isLoggable(new LogRecord(Level.SEVERE, "Remaining tasks [2] could not be done"))).isTrue();

        assertThat(pauses).hasValue(0);
    }

    /** When this fails, the SDK was changed: see whether it still needs us. */
    @Test
    void theSdkStillSaysEveryTurnToThisLogger() throws IOException {
        try (InputStream runner = WaitLoop.class.getResourceAsStream(
                "/com/pulumi/deployment/internal/DeploymentImpl$DefaultRunner.class")) {
            assertThat(new String(runner.readAllBytes(), StandardCharsets.ISO_8859_1)).contains(WaitLoop.TURN);
        }
    }
}
