package dev.tandem.requirements.suite;

import dev.tandem.requirements.trace.TraceCheck;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code ./tandem test} says at the end, and the exit code it stands for. */
public final class RunReport {

    private final Path root;
    private final PrintStream out;

    /** Reports on the clone at root, to out. */
    public RunReport(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /**
     * Prints a line per suite, what is wrong, and as the last line the sums.
     *
     * @param modules the suites, in order
     * @param whole whether these are all suites: only then can criteria be checked
     * @param required whether every test must run
     * @return 0 when all is well, else 1
     */
    public int print(List<String> modules, boolean whole, boolean required) {
        Map<String, Integer> expected = ExpectedCounts.read(root);
        List<Suite> suites = modules.stream().map(module -> SurefireReports.read(root, module)).toList();
        Verdict verdict = Verdict.of(suites, expected, required);
        verdict.lines().forEach(out::println);
        List<String> problems = new ArrayList<>(verdict.problems());
        if (whole) {
            expected.keySet().stream().filter(suite -> !modules.contains(suite)).forEach(suite -> problems.add(
                "%s names the suite '%s', expected one of %s. Fix: correct the name."
                    .formatted(ExpectedCounts.FILE, suite, String.join(", ", modules))));
            checkCriteria(suites, verdict, problems);
        }
        verdict.notes().forEach(note -> out.println("NOT RUN  " + note));
        problems.forEach(problem -> out.println("FAILED   " + problem));
        out.printf("%d passed, %d failed, %d skipped%n",
            suites.stream().mapToInt(Suite::passed).sum(),
            suites.stream().mapToInt(suite -> suite.failures().size()).sum(),
            suites.stream().mapToInt(suite -> suite.skips().size()).sum());
        return problems.isEmpty() ? 0 : 1;
    }

    private void checkCriteria(List<Suite> suites, Verdict verdict, List<String> problems) {
        boolean complete = suites.stream().allMatch(suite -> suite.ran() > 0 && suite.skips().stream().allMatch(Suite.Outcome::optional));
        if (complete) {
            problems.addAll(TraceCheck.problems(root));
        } else {
            verdict.notes().add("the check of docs/requirements.md: it needs every test to have run");
        }
    }
}
