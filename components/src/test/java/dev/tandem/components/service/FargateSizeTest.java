package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.Covers;
import org.junit.jupiter.api.Test;

class FargateSizeTest {

    @Test
    void knowsFargatesTable() {
        assertThat(FargateSize.validPairs().keySet()).containsExactly(256, 512, 1024, 2048, 4096, 8192, 16384);
        assertThat(FargateSize.validPairs().get(512)).containsExactly(1024, 2048, 3072, 4096);
        assertThat(FargateSize.validPairs().get(8192)).startsWith(16384, 20480).endsWith(61440).hasSize(12);
        assertThat(FargateSize.validPairs().get(16384)).startsWith(32768, 40960).endsWith(122880).hasSize(12);
    }

    @Test
    void namesTheValidPairs() {
        assertThatThrownBy(() -> new FargateSize(512, 8192))
                .hasMessage("task memory of 8192 MiB does not go with 512 CPU units on Fargate: with 512 units it is one of"
                        + " [1024, 2048, 3072, 4096] MiB");
        assertThatThrownBy(() -> new FargateSize(500, 1024))
                .hasMessage("task CPU of 500 units is not one that Fargate has: expected one of"
                        + " [256, 512, 1024, 2048, 4096, 8192, 16384] (1024 units are 1 vCPU)");
    }

    @Test
    @Covers({"R3.5", "R7.2"})
    void countsTheSidecarsInTheDefaultTask() {
        TaskShares shares = TaskShares.of(FargateSize.SMALLEST_WITH_SIDECARS);

        assertThat(shares.envoy()).isEqualTo(new TaskShares.Share(256, 256));
        assertThat(shares.collector()).isEqualTo(new TaskShares.Share(51, 128));
        assertThat(shares.app()).isEqualTo(new TaskShares.Share(205, 640));
    }

    @Test
    @Covers({"R3.5", "R7.2"})
    void refusesATaskThatTheSidecarsFill() {
        assertThatThrownBy(() -> TaskShares.of(new FargateSize(256, 2048)))
                .hasMessage("a task of 256 CPU units and 2048 MiB leaves nothing for the application: the sidecars take 307"
                        + " units and 384 MiB; the smallest size that works is 512 units and 1024 MiB");
    }
}
