package dev.tandem.cost.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The project's own usage files. */
class UsageFilesTest {

    private static final Path PROJECT = Path.of("..");

    /** What our stacks run beside the defaults: the issuer of identities and its signatures, the rotation of keys, the mesh's agents. */
    private static final Map<Meter, String> OURS = Map.of(
            Meter.KMS_SIGNATURES, "1600", Meter.KMS_REQUESTS, "87000", Meter.LAMBDA_REQUESTS, "51460", Meter.LAMBDA_GB_SECONDS, "5355",
            Meter.REGIONAL_METRICS, "5", Meter.TABLE_READS, "1900000");

    /** Only what differs needs a reason; the second region also emits the takeover flag and the probe's answer. */
    @Test
    void ourStacksStateTheDefaultsOfTheHandCalculation() {
        UsageAssumptions central = UsageReader.load(PROJECT, "eu-central-1");
        UsageAssumptions west = UsageReader.load(PROJECT, "eu-west-1");

        assertThat(central.origin()).isEqualTo("usage/eu-central-1.yaml");
        assertThat(Arrays.stream(Meter.values())).allSatisfy(m ->
                assertThat(central.of(m).value()).as(m.path())
                        .isEqualByComparingTo(OURS.containsKey(m) ? new BigDecimal(OURS.get(m)) : m.standard()));
        assertThat(west.of(Meter.REGIONAL_METRICS).value()).isEqualByComparingTo("7");
        assertThat(central.freeAllowances() || west.freeAllowances()).isFalse();
    }
}
