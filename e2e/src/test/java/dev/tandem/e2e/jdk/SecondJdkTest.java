package dev.tandem.e2e.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tests of what runs on users' machines pass under the newest JDK too. */
@NeedsTools(Tools.JDK_25)
class SecondJdkTest {

    private static Run.Finished test(String... arguments) {
        List<String> command = new ArrayList<>(List.of("build/test-on-jdk"));
        command.addAll(List.of(arguments));
        return Run.in(SharedClone.get().root(), Map.of(), Duration.ofMinutes(9), command);
    }

    @Test
    void thePolicySdkPassesItsTests() {
        Run.Finished tested = test(Tools.JDK_25.path().toString(), "policy-sdk");
        assertThat(tested.exit()).as(tested.text()).isZero();
        assertThat(tested.out()).matches("Java (2[5-9]|[3-9]\\d)[.\\d]*: \\d{3} tests, 0 failed\n");
    }

    @Test
    void aJdkThatIsNotThereIsTold() {
        Run.Finished refused = test("/nowhere");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("JAVA_HOME is '/nowhere'");
        assertThat(test(Tools.JDK_25.path().toString(), "bench").err()).contains("there are no tests of a module 'bench'.");
    }
}
