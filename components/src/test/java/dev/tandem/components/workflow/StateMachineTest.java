package dev.tandem.components.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateMachineTest {

    private static StateMachine of(Object... namesAndStates) {
        Map<String, State> states = new LinkedHashMap<>();
        for (int i = 0; i < namesAndStates.length; i += 2) {
            states.put((String) namesAndStates[i], (State) namesAndStates[i + 1]);
        }
        return new StateMachine("test", "First", states, 60);
    }

    @Test
    void writesTheStatesLanguage() {
        assertThat(of("First", new State.Choice(
                        List.of(State.Rule.when("$.x", "BooleanEquals", true, "Wait")), "End"),
                "Wait", new State.Wait(5, "End"),
                "End", new State.Fail("Bad", "try again")).toJson()).isEqualTo(
                "{\"Comment\":\"test\",\"StartAt\":\"First\",\"TimeoutSeconds\":60,\"States\":{\"First\":{\"Type\":\"Choice\","
                        + "\"Choices\":[{\"Variable\":\"$.x\",\"BooleanEquals\":true,\"Next\":\"Wait\"}],\"Default\":\"End\"},"
                        + "\"Wait\":{\"Type\":\"Wait\",\"Seconds\":5,\"Next\":\"End\"},"
                        + "\"End\":{\"Type\":\"Fail\",\"Error\":\"Bad\",\"Cause\":\"try again\"}}}");
    }

    @Test
    void refusesAWayToNowhere() {
        assertThatThrownBy(() -> of("First", new State.Wait(5, "Second"), "End", new State.Succeed()))
                .hasMessage("state machine: state \"First\" goes to \"Second\", which does not exist");
        assertThatThrownBy(() -> of("Start", new State.Succeed()))
                .hasMessage("state machine: it starts at \"First\", which is none of [Start]");
    }

    @Test
    void refusesStatesThatNothingLeadsTo() {
        assertThatThrownBy(() -> of("First", new State.Succeed(), "Lost", new State.Succeed()))
                .hasMessage("state machine: no way leads to [Lost]");
    }

    @Test
    void refusesACircleWithoutAWayOut() {
        assertThatThrownBy(() -> of("First", new State.Wait(1, "Second"), "Second", new State.Wait(1, "First")))
                .hasMessage("state machine: state \"First\" never comes to an end");
    }

    @Test
    void refusesNamesThatStepFunctionsDoesNotTake() {
        String name = "x".repeat(81);
        assertThatThrownBy(() -> of("First", new State.Wait(1, name), name, new State.Succeed()))
                .hasMessageEndingWith("has 81 characters, Step Functions takes 80");
    }
}
