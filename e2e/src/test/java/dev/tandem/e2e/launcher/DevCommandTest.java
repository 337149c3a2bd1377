package dev.tandem.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./tandem dev} does without starting anything. */
class DevCommandTest {

    @TempDir
    private Path state;

    /** The file of a machine that was switched off: its number is another's now. */
    @Test
    void aProcessThatHasTheNumberOfOneThatIsGoneIsNeitherTakenForItNorEnded() throws IOException {
        Process another = new ProcessBuilder("sleep", "300").start();
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

    /** Its services and Envoys would hold the addresses that the next one needs. */
    @Test
    void whatAKilledDevHasLeftIsEndedAndNothingElse() throws IOException, InterruptedException {
        // A session with a process that names the state's folder, as an Envoy does, and with one that doesn't.
        Process leader = new ProcessBuilder("setsid", "bash", "-c", "bash -c 'sleep 300; : " + state + "/mesh' & echo $! >" + state
                + "/left; sleep 300 & echo $! >" + state + "/other; echo $$ >" + state + "/new; mv " + state + "/new "
                + state + "/pid; wait").start();
        ProcessHandle left = named("left");
        ProcessHandle other = named("other");
        ProcessHandle.of(Long.parseLong(Files.readString(state.resolve("pid")).strip())).orElseThrow().destroyForcibly();
        leader.waitFor(60, TimeUnit.SECONDS);
        try {
            assertThat(dev("down").succeeded().err()).contains("ended what a killed dev had left (processes: 1)").contains("nothing runs");
            Eventually.within(Duration.ofSeconds(60), () -> left.isAlive() ? Optional.of("it is alive") : Optional.empty());
            assertThat(other.isAlive()).as("what does not belong to it").isTrue();
            assertThat(state.resolve("pid")).doesNotExist();
        } finally {
            left.destroyForcibly();
            other.destroyForcibly();
        }
    }

    private ProcessHandle named(String file) {
        Eventually.within(Duration.ofSeconds(60), () -> Files.exists(state.resolve("pid")) ? Optional.empty() : Optional.of("nothing was started"));
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(state.resolve(file)).strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run.Finished dev(String action) {
        return Run.in(ScratchClone.repository(), Map.of("TANDEM_DEV_STATE", state.toString()), Duration.ofMinutes(5),
                List.of("./tandem", "dev", action));
    }
}
