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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs the takeover, the failback and the cost action, as the golden files of components have them, in the AWS simulator's
 * Step Functions, and the functions behind them. {@code e2e/machines/world.py} says what is real there and what stands in.
 */
@NeedsTools(Tools.AUDIT)
class StateMachinesTest {

    private static final Duration LIMIT = Duration.ofMinutes(9);

    /** The longest first. */
    private static final List<String> MODULES = List.of(
            "test_failback", "test_takeover", "test_budget", "test_functions", "test_guard", "test_quotas", "test_chat",
            "test_outbox");

    private static final Map<String, CompletableFuture<Run.Finished>> RUNNING = new HashMap<>();

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
        assertThat(tests("test_functions")).as("tests that ran").isGreaterThanOrEqualTo(10);
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

    @Test
    @Covers(value = "R11.5", evidence = Evidence.SIMULATED)
    void whatCannotBeCountedOfAQuotaHasNoValueAndDoesNotHideTheRest() {
        assertThat(tests("test_quotas")).as("tests that ran").isGreaterThanOrEqualTo(13);
    }

    @Test
    @Covers(value = "R9.2", evidence = Evidence.SIMULATED)
    void theOutboxLosesNoEventAndPoisonDoesNotStopThoseBehindIt() {
        assertThat(tests("test_outbox")).as("tests that ran").isGreaterThanOrEqualTo(3);
    }

    /** Starts them all, two at a time: a module is one thread that computes, and has a simulator to itself. */
    @BeforeAll
    static void start() {
        ExecutorService lanes = Executors.newFixedThreadPool(2);
        for (String module : MODULES) {
            RUNNING.put(module, CompletableFuture.supplyAsync(() -> run(module), lanes));
        }
        lanes.shutdown();
    }

    private static int tests(String module) {
        Run.Finished finished = RUNNING.get(module).join().succeeded();
        String line = finished.err().lines().filter(text -> text.startsWith("Ran ")).findFirst().orElseThrow(
                () -> new AssertionError("the tests of " + module + " say nothing of how many ran:\n" + finished.text()));
        return Integer.parseInt(line.split(" ")[1]);
    }

    private static Run.Finished run(String module) {
        Path machines = ScratchClone.repository().resolve("e2e/machines");
        return Run.in(machines, Map.of("PYTHONDONTWRITEBYTECODE", "1"), LIMIT,
                List.of(Tools.AUDIT.path().resolve("bin/python").toString(), "-m", "unittest", module));
    }
}
