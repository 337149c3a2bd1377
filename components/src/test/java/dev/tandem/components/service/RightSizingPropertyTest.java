package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.components.service.RightSizing.Observed;
import dev.tandem.requirements.Covers;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RightSizingPropertyTest {

    @Property
    @Covers("R7.2")
    void theBestSizeLeavesTheReserveAndNoSmallerOneDoes(
            @ForAll @IntRange(min = 1, max = 9000) int cpu, @ForAll @IntRange(min = 1, max = 100_000) int memory) {
        Optional<FargateSize> best = RightSizing.best(new Observed(cpu, memory));
        best.ifPresent(size -> {
            assertThat(cpu * 100L).isLessThanOrEqualTo(TaskShares.of(size).app().cpuUnits() * 50L);
            assertThat(memory * 100L).isLessThanOrEqualTo(TaskShares.of(size).app().memoryMiB() * 75L);
            FargateSize.validPairs().forEach((otherCpu, memories) -> memories.forEach(otherMemory -> {
                boolean smaller = otherCpu < size.cpuUnits() || otherCpu == size.cpuUnits() && otherMemory < size.memoryMiB();
                if (smaller && otherCpu > 307 && otherMemory > 384) {
                    boolean fits = cpu * 100L <= (otherCpu - 307) * 50L && memory * 100L <= (otherMemory - 384) * 75L;
                    assertThat(fits).as(otherCpu + " and " + otherMemory).isFalse();
                }
            }));
        });
        assertThat(best.isPresent() || cpu > 8000 || memory > 91_000).isTrue();
    }

    @Example
    @Covers("R7.2")
    void saysWhatWouldDoAndWhatIsNeeded() {
        FargateSize large = new FargateSize(1024, 2048);
        assertThat(RightSizing.advice("auth", large, new Observed(90, 310))).contains("service auth has 1024 CPU units and 2048"
                + " MiB and its application used 90 CPU units (P95) and 310 MiB (P99): 512 CPU units and 1024 MiB would do");
        assertThat(RightSizing.advice("auth", FargateSize.SMALLEST_WITH_SIDECARS, new Observed(300, 310))).hasValueSatisfying(
                text -> assertThat(text).endsWith("1024 CPU units and 2048 MiB would be needed"));
        assertThat(RightSizing.advice("auth", FargateSize.SMALLEST_WITH_SIDECARS, new Observed(90, 310))).isEmpty();
        assertThat(RightSizing.advice("auth", large, new Observed(16_000, 310))).hasValueSatisfying(
                text -> assertThat(text).contains("more than the largest task of Fargate"));
    }
}
