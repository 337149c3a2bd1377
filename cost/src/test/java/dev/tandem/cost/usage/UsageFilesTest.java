package dev.tandem.cost.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The project's own usage files. */
@Covers("R7.5")
class UsageFilesTest {

    private static final Path PROJECT = Path.of("..");

    /** Only what differs needs a reason; the second region also emits the takeover flag. */
    @Test
    void ourStacksStateTheDefaultsOfTheHandCalculation() {
        UsageAssumptions central = UsageReader.load(PROJECT, "eu-central-1");
        UsageAssumptions west = UsageReader.load(PROJECT, "eu-west-1");

        assertThat(central.origin()).isEqualTo("usage/eu-central-1.yaml");
        assertThat(Arrays.stream(Meter.values())).allSatisfy(m ->
                assertThat(central.of(m).value()).as(m.path()).isEqualByComparingTo(m.standard()));
        assertThat(west.of(Meter.REGIONAL_METRICS).value()).isEqualByComparingTo("2");
        assertThat(central.freeAllowances() || west.freeAllowances()).isFalse();
    }
}
