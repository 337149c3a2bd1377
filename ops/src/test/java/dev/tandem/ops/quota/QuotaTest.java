package dev.tandem.ops.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class QuotaTest {

    @Test
    @Covers("R11.5")
    void warnsAt80PercentOfWhatIsOrWouldBe() {
        assertThat(new Quota("x", 79, 100, 79, "y", "account").near()).isFalse();
        assertThat(new Quota("x", 80, 100, 80, "y", "account").near()).isTrue();
        assertThat(new Quota("x", 10, 100, 85, "y", "account").near()).isTrue();
        assertThat(new Quota("Fargate on demand", 1.5, 6, 5, "vCPU", "default").text())
                .isEqualTo("! Fargate on demand                                  1.50          5          6    83 %  vCPU, default");
    }

    /** What rings at night is what the command shows by day. */
    @Test
    @Covers("R11.5")
    void theHourlyFunctionHoldsUseAgainstTheSameFigures() throws IOException {
        String function = Files.readString(Path.of("..", "components/src/main/resources/dev/tandem/components/functions/quotas.py"));
        IntFunction<String> python = number -> String.format(Locale.ROOT, "%,d", number).replace(',', '_');
        assertThat(function).contains(
                "INSTANCES, INTERFACES = " + python.apply((int) Limit.INSTANCES.usual()) + ", " + python.apply((int) Limit.INTERFACES.usual()) + "\n",
                "CALLS, CALLS_OF_HIGH_THROUGHPUT = " + python.apply((int) Limit.PARAMETERS.usual()) + ", " + python.apply((int) Quotas.HIGH_THROUGHPUT) + "\n",
                "CALLS_OF_A_TASK = 2 / " + Math.round(2 / Quotas.POLLS) + "\n",
                "ServiceCode=\"" + Limit.INTERFACES.service() + "\", QuotaCode=\"" + Limit.INTERFACES.code() + "\"");
    }

    @Test
    void maximumScaleCountsEveryServiceAtItsMost() {
        Scale scale = new Scale(List.of(new Scale.Running("auth-stable", 2, 4, 0.5, false, List.of("subnet-a", "subnet-b")),
                new Scale.Running("persona-stable", 1, 8, 0.5, true, List.of("subnet-a", "subnet-b")), new Scale.Running("auth-canary", 0, 0, 0.5, false, List.of())));
        assertThat(scale.vcpus(false)).isEqualTo(1);
        assertThat(scale.mostVcpus(false)).isEqualTo(2);
        assertThat(scale.mostVcpus(true)).isEqualTo(4);
        assertThat(scale.most()).isEqualTo(12);
        assertThat(scale.largestMost()).isEqualTo(8);
        assertThat(scale.subnets()).containsExactly("subnet-a", "subnet-b");
        assertThat(scale.growth("subnet-a")).as("1 of 2, and 4 of 7, rounded up").isEqualTo(5);
    }
}
