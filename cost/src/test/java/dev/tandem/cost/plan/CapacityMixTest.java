package dev.tandem.cost.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityMixTest {

    @Test
    void fillsTheBaseFirstAndThenByWeight() {
        CapacityMix oneOnDemand = new CapacityMix(1, 0, 0, 1, List.of());
        assertThat(List.of(oneOnDemand.onDemand(0), oneOnDemand.onDemand(1), oneOnDemand.onDemand(5)))
                .containsExactly(0, 1, 1);

        CapacityMix evenly = new CapacityMix(0, 0, 1, 1, List.of());
        assertThat(List.of(evenly.onDemand(1), evenly.onDemand(2), evenly.onDemand(3))).containsExactly(1, 1, 2);

        CapacityMix spotBase = new CapacityMix(0, 2, 1, 0, List.of());
        assertThat(List.of(spotBase.onDemand(2), spotBase.onDemand(3))).containsExactly(0, 1);
    }
}
