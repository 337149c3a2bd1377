package dev.tandem.requirements.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.trace.Clone;
import dev.tandem.requirements.trace.TraceException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {

    private static final String PASSING = """
        <testsuite time="1,002.5"><testcase classname="a.B" name="c"/><testcase classname="a.B" name="d"/></testsuite>
        """;

    @TempDir
    Path root;
    private Clone clone;
    private int exit;

    @BeforeEach
    void expectTwo() {
        clone = new Clone(root).file("e2e/expected-counts", "# suite, least number of tests\ncost 2\n");
    }

    @Test
    void endsWithTheSums() {
        report("cost", PASSING);
        assertThat(run(false, "cost")).containsExactly(
            "cost               2 tests   1002.5 s  ok", "2 passed, 0 failed, 0 skipped");
        assertThat(exit).isZero();
    }

    @Test
    void namesFailedTestWithItsMessage() {
        report("cost", PASSING.replace("name=\"d\"/>", "name=\"d\"><failure message=\"1 &lt; 2\" type=\"x\">trace</failure></testcase>"));
        assertThat(run(false, "cost")).containsExactly("cost               2 tests   1002.5 s  FAILED",
            "FAILED   cost: a.B.d failed: 1 < 2", "1 passed, 1 failed, 0 skipped");
        assertThat(exit).isOne();
    }

    @Test
    void namesErrorWithoutMessageByTheFirstLineOfItsTrace() {
        report("cost", PASSING.replace("name=\"d\"/>", "name=\"d\"><error type=\"x\">java.lang.Error\nat a</error></testcase>"));
        assertThat(run(false, "cost")).contains("FAILED   cost: a.B.d failed: java.lang.Error");
    }

    @Test
    void refusesFewerTestsThanExpected() {
        report("cost", PASSING.replace("<testcase classname=\"a.B\" name=\"d\"/>", ""));
        assertThat(run(false, "cost")).contains("FAILED   cost: 1 tests ran, expected at least 2 (e2e/expected-counts). "
            + "Fix: find the tests that are gone, or lower the number there.");
        assertThat(exit).isOne();
    }

    @Test
    void saysLoudlyWhatDidNotRunAndRefusesItWhereRequired() {
        report("cost", PASSING.replace("name=\"d\"/>", "name=\"d\"><skipped message=\"no tool\"/></testcase>"));
        assertThat(run(false, "cost")).containsExactly("cost               1 tests   1002.5 s  ok, 1 skipped",
            "NOT RUN  cost: a.B.d did not run: no tool", "1 passed, 0 failed, 1 skipped");
        assertThat(exit).isZero();
        assertThat(run(true, "cost")).contains(
            "FAILED   cost: a.B.d did not run: no tool (TANDEM_E2E=required: everything must run)",
            "FAILED   cost: 1 tests ran, expected at least 2 (e2e/expected-counts). "
                + "Fix: find the tests that are gone, or lower the number there.");
        assertThat(exit).isOne();
    }

    @Test
    void saysLoudlyWhatIsOptionalAndDidNotRunButDoesNotRefuseIt() {
        report("cost", PASSING.replace("</testsuite>",
            "<testcase classname=\"a.B\" name=\"e\"><skipped message=\"optional: no audit\"/></testcase></testsuite>"));
        assertThat(run(true, "cost")).containsExactly("cost               2 tests   1002.5 s  ok, 1 skipped",
            "NOT RUN  cost: a.B.e did not run: optional: no audit", "2 passed, 0 failed, 1 skipped");
        assertThat(exit).isZero();
    }

    @Test
    void checksCriteriaAlsoWhenOnlyWhatIsOptionalDidNotRun() {
        report("cost", PASSING.replace("</testsuite>",
            "<testcase classname=\"a.B\" name=\"e\"><skipped message=\"optional: no audit\"/></testcase></testsuite>"));
        clone.file("requirements/criteria.yaml", "R3.2: {text: It scales., builtIn: [cost], state: done}\n").page();
        assertThat(runWhole()).anyMatch(line -> line.startsWith("FAILED   R3.2 is declared done, but no test"));
    }

    @Test
    void givesTheReasonWhyAWholeSuiteDidNotRun() {
        assertThat(run(false, "cost")).containsExactly("cost               0 tests      0.0 s  NOT RUN",
            "NOT RUN  cost did not run: it left no test report (no tests, or Maven stopped before it: see above)",
            "0 passed, 0 failed, 0 skipped");
        assertThat(run(true, "cost")).anyMatch(line -> line.startsWith("FAILED   cost did not run"));
    }

    @Test
    void refusesMalformedLine() {
        clone.file("e2e/expected-counts", "cost: 2\n");
        assertThatThrownBy(() -> run(false, "cost")).isInstanceOf(TraceException.class)
            .hasMessage("e2e/expected-counts:1: found 'cost: 2', expected a suite and a number. Example: policies 40");
    }

    @Test
    void refusesReportThatWasCutOff() {
        report("cost", "<testsuite><testcase");
        assertThatThrownBy(() -> run(false, "cost")).isInstanceOf(TraceException.class)
            .hasMessageContaining("TEST-a.B.xml: found what is no complete XML report");
    }

    @Test
    void checksCriteriaWhenEverythingRan() {
        report("cost", PASSING);
        clone.file("requirements/criteria.yaml", "R3.2: {text: It scales., builtIn: [cost], state: done}\n").page();
        assertThat(runWhole()).anyMatch(line -> line.startsWith("FAILED   R3.2 is declared done, but no test"));
        assertThat(exit).isOne();
        clone.file("e2e/expected-counts", "cots 2\n");
        assertThat(runWhole()).contains("FAILED   e2e/expected-counts names the suite 'cots', expected one of cost. "
            + "Fix: correct the name.");
    }

    private void report(String module, String xml) {
        clone.file(module + "/target/surefire-reports/TEST-a.B.xml", xml);
    }

    private List<String> run(boolean required, String... modules) {
        return print(List.of(modules), false, required);
    }

    private List<String> runWhole() {
        return print(List.of("cost"), true, false);
    }

    private List<String> print(List<String> modules, boolean whole, boolean required) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        exit = new RunReport(root, new PrintStream(bytes, true, StandardCharsets.UTF_8)).print(modules, whole, required);
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
