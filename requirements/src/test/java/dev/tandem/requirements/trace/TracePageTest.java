package dev.tandem.requirements.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracePageTest {

    private static final Cover FIRST = new Cover("R2.1", "a.B#c", Evidence.PROVEN, "envoy");
    private static final Cover SECOND = new Cover("R2.1", "a.B$D", Evidence.SIMULATED, "app-mesh");

    @Test
    void writesTheSameBytesInWhateverOrderTestsRan() {
        Criterion criterion = new Criterion("R2.1", "Pipes | and such.", List.of("components"), Criterion.Declared.DONE,
            Evidence.PROVEN);
        String page = TracePage.render(Row.join(List.of(criterion), List.of(FIRST, SECOND)));
        assertThat(page).isEqualTo(TracePage.render(Row.join(List.of(criterion), List.of(SECOND, FIRST))))
            .contains("1 proven.\n")
            .endsWith("| **R2.1** Pipes \\| and such. | `components` | `B.D`<br>`B.c` | `app-mesh`<br>`envoy` | proven |\n");
    }

    @ParameterizedTest
    @CsvSource({
        "DONE, PROVEN,    PROVEN,    proven",
        "DONE, SIMULATED, PROVEN,    proven against a simulator",
        "DONE, PROVEN,    SIMULATED, proven against a simulator",
        "DONE, PROVEN,    DESIGNED,  designed only",
        "DONE, DESIGNED,  SIMULATED, designed only",
        "OPEN, PROVEN,    PROVEN,    open"})
    void saysNoMoreThanDeclarationTestAndLimitAllow(
            Criterion.Declared declared, Evidence evidence, Evidence atMost, String state) {
        Criterion criterion = new Criterion("R2.1", "Text.", List.of(), declared, atMost);
        assertThat(new Row(criterion, List.of(new Cover("R2.1", "a.B", evidence, ""))).state()).isEqualTo(state);
    }

    @Test
    void holdsAllSixtyCriteriaInOrder() {
        // Surefire runs in the module's directory.
        Map<String, Criterion> criteria = Criteria.read(Path.of("..").toAbsolutePath().normalize());
        assertThat(criteria).hasSize(60);
        for (int requirement = 1; requirement <= 12; requirement++) {
            for (int number = 1; number <= 5; number++) {
                assertThat(criteria).containsKey("R" + requirement + "." + number);
            }
        }
        assertThat(criteria.keySet().iterator().next()).isEqualTo("R1.1");
        assertThat(List.copyOf(criteria.keySet()).get(59)).isEqualTo("R12.5");
    }
}
