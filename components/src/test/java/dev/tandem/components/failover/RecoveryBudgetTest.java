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
        RecoveryBudget budget = RecoveryBudget.of(EdgeCheck.every30Seconds("/"));

        assertThat(budget.steps()).extracting(step -> step.name() + " " + step.seconds()).containsExactly(
                "detection 90", "spread 60", "name lifetime 60", "open connections 60", "scale-out 180", "task start 90");
        assertThat(budget.totalSeconds()).isEqualTo(540).isLessThanOrEqualTo(RecoveryBudget.LIMIT_SECONDS);
        assertThat(budget.steps()).allSatisfy(step -> assertThat(step.source()).isNotBlank());
    }

    @Test
    void countsTheChecksOfThePlan() {
        assertThat(RecoveryBudget.of(new EdgeCheck("/", 30, 10)).totalSeconds()).isEqualTo(750);
        assertThat(RecoveryBudget.of(new EdgeCheck("/", 10, 1)).totalSeconds()).isEqualTo(460);
    }

    @Test
    @Covers(value = "R1.2", evidence = Covers.Evidence.DESIGNED)
    void refusesAPlanThatTakesLonger() {
        assertThatThrownBy(() -> new RecoveryBudget(List.of(
                        new RecoveryBudget.Step("detection", 840, "test"), new RecoveryBudget.Step("name lifetime", 61, "test"))))
                .hasMessage("failover takes up to 901 s, the limit is 900 s: detection 840 s, name lifetime 61 s");
    }
}
