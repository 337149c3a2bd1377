package dev.tandem.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopTest {

    @Test
    void aTurnThatFailsWhateverTheReasonIsNotTheLastOne() throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(3);
        try (Loop loop = new Loop("a loop of a test", 1, 1, () -> {
            turns.countDown();
            if (turns.getCount() == 2) {
                throw new IllegalStateException("the process could not be started");
            }
            if (turns.getCount() == 1) {
                throw new IOException("no file");
            }
            return false;
        })) {
            assertThat(loop).isNotNull();
            assertThat(turns.await(60, TimeUnit.SECONDS)).as("a third turn").isTrue();
        }
    }
}
