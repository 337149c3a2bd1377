package dev.tandem.service.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.requirements.Covers;
import dev.tandem.service.http.Json;
import org.junit.jupiter.api.Test;

/** The relay's definition, run event by event. */
@Covers("R9.4")
class SagaRelayTest {

    private final RelayWorld world = new RelayWorld();

    @Test
    void startsASagaOnceUnderItsOwnId() {
        assertThat(world.run(RelayWorld.requested("s1"))).isEqualTo("Start");
        assertThat(world.run(RelayWorld.requested("s1"))).isEqualTo("Ignored");
        assertThat(world.run(RelayWorld.requested("s2"))).isEqualTo("Start");
        assertThat(world.started).containsExactly("s1", "s2");
    }

    @Test
    void aDuplicateCostsOneCallAndIsNotTriedAgain() {
        world.run(RelayWorld.requested("s1"));
        world.calls = 0;
        world.run(RelayWorld.requested("s1"));
        assertThat(world.calls).isEqualTo(1);
    }

    @Test
    void wakesAStepWithTheFirstAnswerAndLeavesLaterOnesAlone() {
        world.waiting.add("t1");
        assertThat(world.run(RelayWorld.failed("t1"))).isEqualTo("Failed");
        assertThat(world.run(RelayWorld.succeeded("t1"))).isEqualTo("Ignored");
        assertThat(world.woken).containsEntry("t1", "Taken");
    }

    @Test
    void anAnswerToAStepThatNobodyWaitsForIsIgnored() {
        assertThat(world.run(RelayWorld.succeeded("of another life"))).isEqualTo("Ignored");
        assertThat(world.calls).isEqualTo(1);
    }

    @Test
    void whatIsThrottledIsTriedFiveTimesMoreAndThenFailsForAllToSee() {
        assertThat(world.throttle(5).run(RelayWorld.requested("s1"))).isEqualTo("Start");
        assertThat(world.throttle(6).run(RelayWorld.requested("s2"))).endsWith(".ThrottlingException");
        assertThat(world.started).containsExactly("s1");
    }

    @Test
    void poisonNeitherStartsNorWakesAnything() {
        JsonNode empty = Json.object();
        world.waiting.add("t1");
        assertThat(world.run(RelayWorld.event("AccountDeleted", Json.object().put("taskToken", "t1")))).isEqualTo("Ignored");
        assertThat(world.run(RelayWorld.event("CommandSucceeded", empty))).isEqualTo("States.ParameterPathFailure");
        assertThat(world.run(RelayWorld.event("SignUpRequested", empty))).isEqualTo("States.ParameterPathFailure");
        assertThat(world.calls).isZero();
        assertThat(world.waiting).containsExactly("t1");
    }
}
