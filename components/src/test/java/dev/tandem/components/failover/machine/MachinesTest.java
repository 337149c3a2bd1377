package dev.tandem.components.failover.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.Golden;
import dev.tandem.components.workflow.State;
import dev.tandem.components.workflow.StateMachine;
import dev.tandem.requirements.Covers;
import dev.tandem.requirements.Covers.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MachinesTest {

    private static final PairNames NAMES = new PairNames(
            "tandem", "prod", FoundationFixture.ACCOUNT, "eu-central-1", "eu-west-1", "api.tandem.example.com",
            "arn:aws:sns:eu-west-1:" + FoundationFixture.ACCOUNT + ":tandem-prod-alarms");
    private static final List<PairedService> SERVICES = List.of(
            new PairedService("auth", "auth-stable", Optional.of("tandem-prod-auth"), 2, 2, 4),
            new PairedService("persona", "persona-stable", Optional.of("tandem-prod-persona"), 1, 2, 4));
    private static final StateMachine TAKEOVER = TakeoverMachine.of(NAMES, SERVICES, Timings.DEFAULT);
    private static final StateMachine FAILBACK = FailbackMachine.of(NAMES, SERVICES, Timings.DEFAULT);

    /** The end-to-end test runs exactly these files in a simulator. */
    @Test
    @Covers(value = "R1.2", evidence = Evidence.DESIGNED)
    void theTakeoverIsWhatTheGoldenFileSays() {
        Golden.assertJsonMatches("machine-takeover.json", TAKEOVER.toJson());
    }

    @Test
    @Covers(value = "R1.4", evidence = Evidence.DESIGNED)
    void theFailbackIsWhatTheGoldenFileSays() {
        Golden.assertJsonMatches("machine-failback.json", FAILBACK.toJson());
    }

    @Test
    @Covers("R8.2")
    void theRolesAreWhatTheGoldenFilesSay() {
        FunctionRoles roles = new FunctionRoles(
                "tandem", "prod", "eu-west-1", FoundationFixture.ACCOUNT, FoundationFixture.BOUNDARY);
        PairFunctions functions = new PairFunctions(NAMES, SERVICES, roles);
        Golden.assertMatches("failover-functions.json", Map.of(
                "fence", functions.fence(), "observe", functions.observe(List.of("tandem-prod-takeover", "tandem-prod-tasks-cost")),
                "probe", functions.probe("/api/auth/healthz"), "weights", functions.weights()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a,
                        TreeMap::new)));
        Golden.assertMatches("failover-machine-role.json", MachineRole.of(NAMES, SERVICES, FoundationFixture.BOUNDARY));
    }

    @Test
    @Covers(value = "R1.2", evidence = Evidence.DESIGNED)
    void theTakeoverCallsNeitherTheDeadRegionNorUsEast1ButForOneBestEffortCall() {
        String json = TAKEOVER.toJson();
        assertThat(json).doesNotContain("us-east-1").doesNotContain("route53")
                .doesNotContainPattern("arn:aws:[a-z0-9-]+:eu-central-1:");
        State.Task elsewhere = (State.Task) TAKEOVER.states().get("Do Fence elsewhere");
        assertThat(elsewhere.tries()).isEqualTo(1);
        assertThat(elsewhere.handlers()).containsExactly(Map.entry("States.ALL", "Move epoch"));
    }

    @Test
    @Covers(value = "R1.4", evidence = Evidence.DESIGNED)
    void theFailbackGivesTenThenFiftyThenAllPercent() {
        assertThat(FAILBACK.states().keySet()).containsSubsequence("Do Fence", "Drain", "Do Hand over", "Do Weight 10",
                "Do Lower flag", "Gate 10", "Do Weight 50", "Gate 50", "Do Weight 100", "Gate 100", "Do Capacity");
        List.of(10, 50, 100).forEach(weight -> assertThat(
                        ((State.Choice) FAILBACK.states().get("Green at " + weight + "?")).otherwise())
                .isEqualTo("Raise flag again"));
    }

    @Test
    void everyChangeLooksAtTheLockFirst() {
        for (StateMachine machine : List.of(TAKEOVER, FAILBACK)) {
            machine.states().forEach((name, state) -> {
                if (name.startsWith("Do ")) {
                    String step = name.substring("Do ".length());
                    assertThat(machine.states()).containsKeys(step, "May " + step, "Hold " + step);
                    assertThat(machine.states().values()).filteredOn(other -> other.successors().contains(name)).hasSize(1);
                }
            });
        }
    }

    /** An operator leaves the primary at 10 % until the next morning: each look at the flag costs events, and 25,000 end the run. */
    @Test
    @Covers(value = "R1.4", evidence = Evidence.DESIGNED)
    void aFailbackCanBeHeldForADay() {
        int soak = 240 * 14;
        int loop = 5 + 2 + 2; // a call, a choice, a wait
        State.Wait hold = (State.Wait) FAILBACK.states().get("Hold Weight 50");
        assertThat((25_000 - soak) / loop * hold.seconds()).isGreaterThanOrEqualTo(24 * 3600);
        assertThat(((State.Wait) TAKEOVER.states().get("Hold Capacity")).seconds()).as("users wait").isLessThanOrEqualTo(15);
    }

    @Test
    void aServiceWithoutATableHasNothingToFence() {
        List<PairedService> stateless = List.of(new PairedService("auth", "auth-stable", Optional.empty(), 1, 1, 1));
        assertThat(TakeoverMachine.of(NAMES, stateless, Timings.DEFAULT).toJson()).contains("\"tables\":[]");
        assertThat(MachineRole.of(NAMES, stateless, FoundationFixture.BOUNDARY).policies().get("move").toJson())
                .doesNotContain("#epoch");
    }

    @Test
    void refusesCapacityThatDoesNotFit() {
        assertThatThrownBy(() -> new PairedService("auth", "auth-stable", Optional.empty(), 2, 5, 4))
                .hasMessage("service auth would run 2 tasks normally, 5 in a takeover, 4 at most: expected 1 <= normally <= in a"
                        + " takeover <= at most");
        assertThatThrownBy(() -> new Timings(15, 20, 60, 15, 10, 60, 180))
                .hasMessage("timings of 20 looks every 15 s, 15 good ones of 10 every 60 s, 60 s drain, 180 s gate: expected 1 or"
                        + " more each, and no more good looks than looks");
    }
}
