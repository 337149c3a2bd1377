package dev.tandem.requirements.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.Covers.Evidence;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCheckTest {

    private static final Cover COVER = new Cover("R3.2", "dev.tandem.cost.BookTest#sums", Evidence.PROVEN, "");

    @TempDir
    Path root;
    private Clone clone;

    @BeforeEach
    void clean() {
        clone = new Clone(root)
            .file("requirements/criteria.yaml", "R3.2: {text: It scales., builtIn: [cost], state: done}\n")
            .covers(COVER)
            .page();
    }

    @Test
    void findsNothingWhereAllFits() {
        assertThat(TraceCheck.problems(root)).isEmpty();
    }

    @Test
    void namesCriterionThatNoPassingTestCovers() {
        clone.covers().page();
        assertThat(TraceCheck.problems(root)).containsExactly("R3.2 is declared done, but no test that ran and passed "
            + "covers it (It scales.). Fix: tag the test that proves it with @Covers(\"R3.2\"), mend the test, or declare "
            + "it open in requirements/criteria.yaml.");
    }

    @Test
    void leavesOpenCriteriaAlone() {
        clone.file("requirements/criteria.yaml", "R3.2: {text: It scales., state: open}\n").covers().page();
        assertThat(TraceCheck.problems(root)).isEmpty();
    }

    @Test
    void namesTestThatClaimsAnUnknownCriterion() {
        clone.covers(COVER, new Cover("R3.9", "dev.tandem.cost.BookTest#sums", Evidence.PROVEN, ""));
        assertThat(TraceCheck.problems(root)).containsExactly("dev.tandem.cost.BookTest#sums says @Covers(\"R3.9\"); "
            + "expected a criterion of requirements/criteria.yaml. Fix: correct the id in the test.");
    }

    @Test
    void namesLineAndCommandWhenThePageIsOld() {
        clone.covers(COVER, new Cover("R3.2", "dev.tandem.cost.OtherTest", Evidence.PROVEN, ""));
        assertThat(TraceCheck.problems(root)).singleElement().asString()
            .matches("(?s)docs/requirements\\.md:\\d+ is not what the tests and requirements/criteria\\.yaml say\\..*")
            .contains("found:    | **R3.2** It scales. | `cost` | `BookTest.sums` |")
            .contains("expected: | **R3.2** It scales. | `cost` | `BookTest.sums`<br>`OtherTest` |")
            .endsWith("Fix: run ./tandem test && build/requirements generate");
    }

    @Test
    void namesPlaceThatDoesNotExist() {
        clone.file("requirements/criteria.yaml", "R3.2: {text: It scales., builtIn: ['cost:dev.gone'], state: done}\n").page();
        assertThat(TraceCheck.problems(root)).containsExactly("requirements/criteria.yaml: R3.2.builtIn names "
            + "'cost:dev.gone', but there is no directory cost/src/main/java/dev/gone. Fix: correct the module or package.");
    }

    @Test
    void refusesMalformedCriteria() {
        clone.file("requirements/criteria.yaml", "R3.2: {text: It scales., state: finished}\n");
        assertThatThrownBy(() -> TraceCheck.problems(root)).isInstanceOf(TraceException.class).hasMessage(
            "requirements/criteria.yaml: R3.2.state: found 'finished', expected one of done, open. Example: state: open");
        clone.file("requirements/criteria.yaml", "3.2: {text: It scales.}\n");
        assertThatThrownBy(() -> TraceCheck.problems(root)).hasMessage("requirements/criteria.yaml: 3.2: found the key "
            + "'3.2', expected R<requirement>.<number>. Example: R3.2");
        clone.file("requirements/criteria.yaml", "R3.2: {state: open}\n");
        assertThatThrownBy(() -> TraceCheck.problems(root)).hasMessageStartingWith(
            "requirements/criteria.yaml: R3.2.text: found nothing, expected the criterion in one line.");
    }
}
