package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.Covers;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TaskSharesPropertyTest {

    @Provide
    Arbitrary<FargateSize> sizes() {
        List<FargateSize> all = FargateSize.validPairs().entrySet().stream()
                .flatMap(pair -> pair.getValue().stream().map(memory -> new FargateSize(pair.getKey(), memory)))
                .toList();
        return Arbitraries.of(all);
    }

    @Property
    @Covers("R3.5")
    void sharesAddUpToTheTaskOrItIsRefused(@ForAll("sizes") FargateSize size) {
        if (size.cpuUnits() < 512) {
            assertThatThrownBy(() -> TaskShares.of(size)).hasMessageContaining("leaves nothing for the application");
            return;
        }
        TaskShares shares = TaskShares.of(size);
        assertThat(shares.app().cpuUnits()).isPositive();
        assertThat(shares.app().memoryMiB()).isPositive();
        assertThat(shares.app().cpuUnits() + shares.envoy().cpuUnits() + shares.collector().cpuUnits())
                .isEqualTo(size.cpuUnits());
        assertThat(shares.app().memoryMiB() + shares.envoy().memoryMiB() + shares.collector().memoryMiB())
                .isEqualTo(size.memoryMiB());
    }

    @Property
    void onlyPairsOfTheTableAreSizes(@ForAll @IntRange(max = 20_000) int cpu, @ForAll @IntRange(max = 130_000) int memory) {
        boolean valid = FargateSize.validPairs().getOrDefault(cpu, List.of()).contains(memory);
        if (valid) {
            assertThat(new FargateSize(cpu, memory).memoryMiB()).isEqualTo(memory);
        } else {
            assertThatThrownBy(() -> new FargateSize(cpu, memory)).hasMessageContaining("one of [");
        }
    }
}
