package dev.tandem.ops.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.requirements.Covers;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    @Covers("R10.5")
    void isSpentByFailures() {
        assertThat(new Budget(99.9, 1_000_000, 250).leftPercent()).isCloseTo(75, within(1e-6));
        assertThat(new Budget(99.9, 1_000_000, 1_000).leftPercent()).isCloseTo(0, within(1e-6));
        assertThat(new Budget(99.9, 1_000_000, 2_000).leftPercent()).isCloseTo(-100, within(1e-6));
        assertThat(new Budget(99.9, 1_000, 14.4).burnRate()).isCloseTo(14.4, within(1e-6));
        assertThat(new Budget(99.9, 0, 0).leftPercent()).isEqualTo(100);
        assertThatThrownBy(() -> new Budget(100, 1, 0)).hasMessageContaining("expected more than 0 and less than 100");
    }
}
