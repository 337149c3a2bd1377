package dev.tandem.ops.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.canary.Answers.One;
import dev.tandem.ops.canary.Verdict.Colour;
import dev.tandem.requirements.Covers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final CanarySettings LIMITS = limits(List.of(5, 25, 50));

    private static CanarySettings limits(List<Integer> steps) {
        return new CanarySettings(steps, 600, 200, 1000, 1, 20, List.of(), List.of());
    }

    private static List<One> answers(int count, int status, double millis) {
        return new ArrayList<>(Collections.nCopies(count, new One(status, millis)));
    }

    private static Verdict judge(List<One> seen) {
        return Answers.of(seen).judge(LIMITS);
    }

    @Test
    @Covers("R6.5")
    void isRedAboveEachLimitAndGreenAtIt() {
        assertThat(judge(answers(100, 200, 200)).colour()).isEqualTo(Colour.GREEN);
        assertThat(judge(answers(100, 200, 201)).text())
                .isEqualTo("100 answers, P95 201 ms (limit 200), P99 201 ms (limit 1000), 0.00 % errors (limit 1.00)");
        assertThat(judge(answers(100, 200, 201)).colour()).isEqualTo(Colour.RED);
        List<One> slowTail = answers(98, 200, 10);
        slowTail.addAll(answers(2, 200, 1001));
        assertThat(judge(slowTail).colour()).isEqualTo(Colour.RED);
        List<One> oneError = answers(99, 200, 10);
        oneError.add(new One(500, 10));
        assertThat(judge(oneError).colour()).isEqualTo(Colour.GREEN);
        oneError.add(new One(503, 10));
        assertThat(judge(oneError).colour()).isEqualTo(Colour.RED);
        oneError.set(99, new One(404, 10));
        oneError.set(100, new One(429, 10));
        assertThat(judge(oneError).colour()).isEqualTo(Colour.GREEN);
    }

    @Test
    void tooFewAnswersAreNoVerdictButEnoughErrorsAre() {
        assertThat(judge(List.of()).colour()).isEqualTo(Colour.OPEN);
        assertThat(judge(answers(19, 200, 900)).text()).startsWith("only 19 answers").endsWith("expected at least 20 answers");
        assertThat(judge(answers(1, 0, 10)).colour()).isEqualTo(Colour.RED);
    }

    @Test
    void percentilesAreNearestRank() {
        List<One> seen = new ArrayList<>();
        for (int millis = 100; millis >= 1; millis--) {
            seen.add(new One(200, millis));
        }
        assertThat(Answers.of(seen).percentile(95)).isEqualTo(95);
        assertThat(Answers.of(seen).percentile(99)).isEqualTo(99);
        assertThat(Answers.of(List.of(new One(200, 7))).percentile(95)).isEqualTo(7);
    }

    @Test
    @Covers("R6.2")
    void aCanaryBeginsWithOneToFivePercentAndGrows() {
        assertThatThrownBy(() -> limits(List.of(6, 25))).isInstanceOf(OperationRefusedException.class)
                .hasMessage("--steps: found [6, 25], expected the first share to be 1 to 5 percent, such as 5,25,50");
        assertThatThrownBy(() -> limits(List.of(5, 5))).hasMessageContaining("expected shares that grow and stay below 100");
        assertThatThrownBy(() -> limits(List.of(5, 100))).hasMessageContaining("stay below 100");
        assertThatThrownBy(() -> new CanarySettings(List.of(5), 0, 200, 1000, 1, 20, List.of(), List.of()))
                .hasMessage("--soak: found 0 s, expected 1 s to 24 h, such as 10m");
        assertThatThrownBy(() -> new CanarySettings(List.of(5), 9, 2000, 1000, 1, 20, List.of(), List.of()))
                .hasMessageContaining("expected 0 < P95 <= P99");
        assertThatThrownBy(() -> new CanarySettings(List.of(5), 9, 200, 1000, 1, 20, List.of(), List.of("x")))
                .hasMessage("header: found 'x', expected NAME=VALUE, such as x-tester=yes");
    }
}
