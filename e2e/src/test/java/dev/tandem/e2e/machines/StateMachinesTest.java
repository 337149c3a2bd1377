package dev.tandem.e2e.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Runs the takeover, the failback and the cost action, as the golden files of components have them, in the AWS simulator's
 * Step Functions, and the functions behind them. {@code e2e/machines/world.py} says what is real there and what stands in.
 */
@NeedsTools(Tools.AUDIT)
class StateMachinesTest {

    private static final Duration LIMIT = Duration.ofMinutes(9);

    @Test
    @Covers(value = {"R1.2", "R9.5"}, evidence = Evidence.SIMULATED)
    void aTakeoverMovesTrafficWritesAndCapacityFromWhereverItWasStopped() {
        assertThat(tests("test_takeover")).as("tests that ran").isGreaterThanOrEqualTo(6);
    }

    @Test
    @Covers(value = {"R1.4", "R9.5"}, evidence = Evidence.SIMULATED)
    void aFailbackGivesItBackStepByStepFromWhereverItWasStopped() {
        assertThat(tests("test_failback")).as("tests that ran").isGreaterThanOrEqualTo(9);
    }

    @Test
    @Covers(value = {"R1.2", "R4.4"}, evidence = Evidence.SIMULATED)
    void theFunctionsDoWhatTheMachinesRelyOn() {
        assertThat(tests("test_functions")).as("tests that ran").isGreaterThanOrEqualTo(9);
    }

    @Test
    @Covers(value = "R7.4", evidence = Evidence.SIMULATED)
    void aSpentBudgetHoldsServicesBackAndUndoGivesThemBack() {
        assertThat(tests("test_budget")).as("tests that ran").isGreaterThanOrEqualTo(10);
    }

    @Test
    @Covers(value = {"R7.3", "R7.4"}, evidence = Evidence.SIMULATED)
    void theGuardsFunctionsActOnWhatIsTheirsAndSayWhatTheyCannotDo() {
        assertThat(tests("test_guard")).as("tests that ran").isGreaterThanOrEqualTo(14);
        assertThat(tests("test_chat")).as("tests that ran").isGreaterThanOrEqualTo(9);
    }

    private static int tests(String module) {
        Path machines = ScratchClone.repository().resolve("e2e/machines");
        Run.Finished finished = Run.in(machines, Map.of("PYTHONDONTWRITEBYTECODE", "1"), LIMIT,
                List.of(Tools.AUDIT.path().resolve("bin/python").toString(), "-m", "unittest", module)).succeeded();
        String line = finished.err().lines().filter(text -> text.startsWith("Ran ")).findFirst().orElseThrow(
                () -> new AssertionError("the tests of " + module + " say nothing of how many ran:\n" + finished.text()));
        return Integer.parseInt(line.split(" ")[1]);
    }
}
