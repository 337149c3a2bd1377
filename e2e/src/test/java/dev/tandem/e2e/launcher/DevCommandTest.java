package dev.tandem.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./tandem dev} does without starting anything. */
class DevCommandTest {

    @TempDir
    private Path state;

    /** The file of a machine that was switched off: its number is another's now. */
    @Test
    void aProcessThatHasTheNumberOfOneThatIsGoneIsNeitherTakenForItNorEnded() throws IOException {
        Process another = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(state.resolve("pid"), another.pid() + "\n");

            Run.Finished status = dev("status");
            assertThat(status.exit()).isEqualTo(1);
            assertThat(status.err()).contains("not running. Start: ./tandem dev");
            assertThat(dev("down").succeeded().err()).contains("nothing runs");
            assertThat(another.isAlive()).as("the other process lives").isTrue();
        } finally {
            another.destroyForcibly();
        }
    }

    private Run.Finished dev(String action) {
        return Run.in(ScratchClone.repository(), Map.of("TANDEM_DEV_STATE", state.toString()), Duration.ofMinutes(1),
                List.of("./tandem", "dev", action));
    }
}
