package dev.tandem.ops.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.ops.failover.Pair.Move;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Reads the machines that the components plan. */
class MachinePlanTest {

    private static MachinePlan golden(Move move) throws IOException {
        return MachinePlan.of(move, Files.readString(
                Path.of("..", "components/src/test/resources/golden/machine-" + move.machine() + ".json")));
    }

    @Test
    @Covers("R1.2")
    void aFailoverIsPredictedToStayWithin15Minutes() throws IOException {
        MachinePlan plan = golden(Move.FAILOVER);
        assertThat(plan.tables()).containsExactly("tandem-prod-auth", "tandem-prod-persona");
        assertThat(plan.services()).containsExactly("auth-stable", "persona-stable");
        assertThat(plan.parts()).extracting(MachinePlan.Part::seconds).containsExactly(60, 300, 180);
        assertThat(plan.seconds()).isLessThanOrEqualTo(900);
    }

    @Test
    @Covers("R1.4")
    void aFailbackIsPredictedFromItsSoakDrainAndWeights() throws IOException {
        assertThat(golden(Move.FAILBACK).parts()).extracting(MachinePlan.Part::seconds).containsExactly(14 * 60, 60, 3 * 180);
    }

    @Test
    void aForeignMachineIsRefused() {
        assertThatThrownBy(() -> MachinePlan.of(Move.FAILOVER, "{\"States\":{}}")).isInstanceOf(RouteSourceException.class)
                .hasMessageContaining("the machine takeover is none that Tandem deployed").hasMessageContaining("Deploy the stack eu-west-1");
        assertThatThrownBy(() -> MachinePlan.of(Move.FAILOVER, "nothing")).hasMessageContaining("no definition that can be read");
    }
}
