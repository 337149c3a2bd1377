package dev.tandem.requirements.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run of suites amounts to.
 *
 * @param lines one line per suite, for people
 * @param problems why the run is not good, each with the fix; empty when it is
 * @param notes what did not run, said loudly though it is allowed
 */
public record Verdict(List<String> lines, List<String> problems, List<String> notes) {

    /**
     * Judges the suites.
     *
     * @param suites what ran, in order
     * @param expected least number of tests per suite
     * @param required whether every test must run
     */
    public static Verdict of(List<Suite> suites, Map<String, Integer> expected, boolean required) {
        Verdict verdict = new Verdict(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Suite suite : suites) {
            verdict.lines.add(line(suite));
            suite.failures().forEach(failure -> verdict.problems.add(
                "%s: %s failed: %s".formatted(suite.name(), failure.test(), failure.message())));
            verdict.judge(suite, expected.getOrDefault(suite.name(), 0), required);
        }
        return verdict;
    }

    private void judge(Suite suite, int least, boolean required) {
        List<String> missing = new ArrayList<>();
        if (suite.ran() == 0) {
            missing.add("%s did not run: %s".formatted(suite.name(), reason(suite)));
        } else {
            suite.skips().forEach(skip -> (skip.optional() ? notes : missing).add(
                "%s: %s did not run: %s".formatted(suite.name(), skip.test(), skip.message())));
        }
        if (required) {
            missing.forEach(what -> problems.add(what + " (TANDEM_E2E=required: everything must run)"));
        } else {
            notes.addAll(missing);
        }
        int counted = required ? suite.ran() : suite.ran() + suite.skips().size();
        boolean excused = !required && suite.ran() == 0;
        if (counted < least && !excused) {
            problems.add("%s: %d tests ran, expected at least %d (%s). Fix: find the tests that are gone, or lower the number there."
                .formatted(suite.name(), counted, least, ExpectedCounts.FILE));
        }
    }

    private static String reason(Suite suite) {
        return suite.skips().isEmpty()
            ? "it left no test report (no tests, or Maven stopped before it: see above)"
            : suite.skips().get(0).message();
    }

    private static String line(Suite suite) {
        String state = !suite.failures().isEmpty() ? "FAILED" : suite.ran() == 0 ? "NOT RUN" : "ok";
        return String.format(Locale.ROOT, "%-14s %5d tests %8.1f s  %s", suite.name(), suite.ran(), suite.seconds(), state)
            + (suite.skips().isEmpty() || suite.ran() == 0 ? "" : ", " + suite.skips().size() + " skipped");
    }
}
