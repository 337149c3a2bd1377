package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter err = new StringWriter();

    @Test
    void longWorkIsSaidOnce() throws InterruptedException {
        try (Progress progress = Progress.start(new PrintWriter(err, true), "asking AWS ...")) {
            eventually(() -> err.toString().equals("asking AWS ..." + System.lineSeparator()));
            assertThat(progress).isNotNull();
        }
        eventually(() -> !waits());
    }

    @Test
    void workThatEndsBeforeSaysNothingAndLeavesNobodyWaiting() throws InterruptedException {
        try (Progress progress = Progress.start(new PrintWriter(err, true), "asking AWS ...", 600_000)) {
            assertThat(progress).isNotNull();
            assertThat(waits()).isTrue();
        }
        eventually(() -> !waits());
        assertThat(err.toString()).isEmpty();
    }

    private static boolean waits() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("progress"));
    }

    private static void eventually(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 400 && !holds.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}
