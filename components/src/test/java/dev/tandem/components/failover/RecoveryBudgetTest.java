package dev.tandem.components.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryBudgetTest {

    @Test
    @Covers(value = "R1.2", evidence = Covers.Evidence.DESIGNED)
    void staysUnderFifteenMinutesByItsOwnNumbers() {
        RecoveryBudget budget = RecoveryBudget.of(EdgeCheck.every30Seconds("/"), 3, 60, 300);

        assertThat(budget.steps()).extracting(step -> step.name() + " " + step.seconds()).containsExactly(
                "detection 240", "decision 60", "spread 60", "name lifetime 60", "open connections 60",
                "scale-out and start 300");
        assertThat(budget.totalSeconds()).isEqualTo(780).isLessThanOrEqualTo(RecoveryBudget.LIMIT_SECONDS);
        assertThat(budget.steps()).allSatisfy(step -> assertThat(step.source()).isNotBlank());
        assertThat(budget.text()).isEqualTo("recovery takes up to 780 s of 900 s: detection 240 s, decision 60 s, spread 60 s,"
                + " name lifetime 60 s, open connections 60 s, scale-out and start 300 s");
    }

    @Test
    void countsTheSlowerOfBothDetections() {
        assertThat(RecoveryBudget.of(new EdgeCheck("/", 30, 10), 3, 60, 300).totalSeconds()).isEqualTo(840);
        assertThat(RecoveryBudget.of(new EdgeCheck("/", 10, 1), 1, 60, 300).totalSeconds()).isEqualTo(660);
    }

    @Test
    void saysWhichNumberIsTooBig() {
        assertThatThrownBy(() -> RecoveryBudget.of(new EdgeCheck("/", 30, 3), 3, 60, 600))
                .hasMessage("failover takes up to 1080 s, the limit is 900 s: detection 240 s, decision 60 s, spread 60 s, name"
                        + " lifetime 60 s, open connections 60 s, scale-out and start 600 s; the longest is scale-out and start"
                        + " with 600 s (the takeover's limit for tasks to be pulled, started, healthy), expected at most 420 s");
    }

    @Test
    @Covers(value = "R1.2", evidence = Covers.Evidence.DESIGNED)
    void refusesAPlanThatTakesLonger() {
        assertThatThrownBy(() -> new RecoveryBudget(List.of(
                        new RecoveryBudget.Step("detection", 840, "test"), new RecoveryBudget.Step("name lifetime", 61, "test"))))
                .hasMessage("failover takes up to 901 s, the limit is 900 s: detection 840 s, name lifetime 61 s; the longest is"
                        + " detection with 840 s (test), expected at most 839 s");
    }
}
